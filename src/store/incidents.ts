import { and, asc, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Incident } from '#domain/incident/incident.ts'
import { nameKeys } from '#domain/incident/same-name.ts'
import { endAlertsOfAll } from './alerts.ts'
import { anyOf } from './any-of.ts'
import type { Queryable, Transaction } from './database.ts'
import { type StepRow, stepsOfAll, stopSteps } from './steps.ts'
import { alert } from './tables/alert.ts'
import { incident } from './tables/incident.ts'

/** One correlation at a time, so that two posts about one event cannot open two incidents. */
const correlationLock = 7_231_202

export type AlertRow = typeof alert.$inferSelect
export type FullIncident = Incident & { alerts: AlertRow[]; steps: StepRow[] }

export async function lockCorrelation(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${correlationLock})`)
}

/** The last running number of each day on which one was opened; safe because correlation holds its lock. */
export async function dayCounts(tx: Transaction, days: string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({ day: incident.openedDay, last: sql<number>`max(${incident.dayCount})::int` })
    .from(incident)
    .where(inArray(incident.openedDay, days))
    .groupBy(incident.openedDay)
  return new Map(rows.map(({ day, last }) => [day, last]))
}

/** Writes everything that a further post may change. */
export async function updateIncident(tx: Transaction, one: Incident): Promise<void> {
  const { id, openedDay, dayCount, openedAt, ...changing } = one
  await tx
    .update(incident)
    .set({ ...changing, nameKeys: nameKeys(one) })
    .where(eq(incident.id, id))
}

/** Clears every open incident from a drill's stage and stops its ladders; none of them is ever opened again. */
export async function closeOpenIncidents(tx: Transaction): Promise<{ id: string; route: string[] }[]> {
  const closed = await tx
    .update(incident)
    .set({ state: 'closed', version: sql`${incident.version} + 1` })
    .where(eq(incident.state, 'open'))
    .returning({ id: incident.id, route: incident.route })
  const ids = closed.map(({ id }) => id)
  await endAlertsOfAll(tx, ids)
  await stopSteps(tx, ids)
  return closed
}

/** Locks the incident's row against everybody who would change it. */
export async function lockIncident(tx: Transaction, id: string): Promise<Incident | null> {
  const [row] = await tx.select().from(incident).where(eq(incident.id, id)).for('update')
  return (row as Incident | undefined) ?? null
}

export async function findIncident(db: Queryable, id: string): Promise<FullIncident | null> {
  const [[row], alerts, steps] = await Promise.all([
    db.select().from(incident).where(eq(incident.id, id)),
    alertsOfAll(db, [id]),
    stepsOfAll(db, [id]),
  ])
  return row ? { ...(row as Incident), alerts, steps } : null
}

/** One that is known to be there. */
export async function fullIncident(db: Queryable, id: string): Promise<FullIncident> {
  const full = await findIncident(db, id)
  if (!full) throw new Error(`incident ${id} is not there`)
  return full
}

/** Ids of all incidents, whatever their state, oldest first. */
export async function incidentIds(db: Queryable): Promise<string[]> {
  const rows = await db.select({ id: incident.id }).from(incident).orderBy(asc(incident.openedAt))
  return rows.map(({ id }) => id)
}

/** All open incidents, newest first. */
export async function openIncidents(db: Queryable): Promise<FullIncident[]> {
  const rows = await db
    .select()
    .from(incident)
    .where(eq(incident.state, 'open'))
    .orderBy(desc(incident.openedAt))
    .limit(2_000)
  return withParts(db, rows as Incident[])
}

/** Closed incidents whose final report is still owed, the latest closed first. */
export async function closingIncidents(db: Queryable): Promise<FullIncident[]> {
  const owed = sql`${incident.id} in (select incident_id from incident_step
    where step = 'final_report' and done_at is null)`
  const rows = await db
    .select()
    .from(incident)
    .where(and(eq(incident.state, 'closed'), owed))
    .orderBy(desc(incident.closedAt))
    .limit(500)
  return withParts(db, rows as Incident[])
}

/** How many incidents were opened in each hour since `since`, keyed by the hour's first instant. */
export async function openedByHour(db: Queryable, since: Date): Promise<Map<number, number>> {
  const hour = sql<Date>`date_trunc('hour', ${incident.openedAt})`
  const rows = await db
    .select({ hour, count: sql<number>`count(*)::int` })
    .from(incident)
    .where(gte(incident.openedAt, since))
    .groupBy(hour)
  return new Map(rows.map((row) => [new Date(row.hour).getTime(), row.count]))
}

/** With their alerts and steps. */
export async function withParts(db: Queryable, incidents: Incident[]): Promise<FullIncident[]> {
  const ids = incidents.map(({ id }) => id)
  if (ids.length === 0) return []
  const parts = await partsOfAll(db, ids)
  return incidents.map((one) => ({ ...one, ...parts(one.id) }))
}

/** The alerts and steps of incidents, by id. */
export async function partsOfAll(
  db: Queryable,
  ids: string[],
): Promise<(id: string) => Pick<FullIncident, 'alerts' | 'steps'>> {
  const [alerts, steps] = await Promise.all([alertsOfAll(db, ids), stepsOfAll(db, ids)])
  const alertsOf = groupByIncident(alerts)
  const stepsOf = groupByIncident(steps)
  return (id) => ({ alerts: alertsOf.get(id) ?? [], steps: stepsOf.get(id) ?? [] })
}

/** The alerts and steps of one incident whose own row is in the caller's hands. */
export async function partsOf(db: Queryable, id: string): Promise<Pick<FullIncident, 'alerts' | 'steps'>> {
  return (await partsOfAll(db, [id]))(id)
}

async function alertsOfAll(db: Queryable, ids: string[]): Promise<AlertRow[]> {
  return db.select().from(alert).where(anyOf(alert.incidentId, ids)).orderBy(asc(alert.agency))
}

function groupByIncident<T extends { incidentId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.incidentId, [...(groups.get(row.incidentId) ?? []), row])
  return groups
}
