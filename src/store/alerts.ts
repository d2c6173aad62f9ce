import { and, asc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { type Alert, endAlert } from '#domain/alert/alert.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { clockGradeOf, isLifeThreatened } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Queryable, Transaction } from './database.ts'
import { updateRows } from './many-rows.ts'
import { alert } from './tables/alert.ts'
import { incident } from './tables/incident.ts'

/** An alert with what its clocks and its permissions depend on. */
export type RoutedAlert = {
  alert: Alert
  route: string[]
  /** Whose limits its clocks run by. */
  grade: Grade
  danger: boolean
  /** Posts the incident tells of. */
  posts: number
  isOpen: boolean
}

export async function insertAlerts(tx: Transaction, alerts: Alert[]): Promise<void> {
  if (alerts.length > 0) await tx.insert(alert).values(alerts)
}

/** Locks one alert; a second officer waits here until the first has committed. */
export async function lockAlert(tx: Transaction, id: string): Promise<RoutedAlert | null> {
  const [row] = await selected(tx).where(eq(alert.id, id)).for('update', { of: alert })
  return row ? routedOf(row) : null
}

/** Locks alerts whose rung has run out; another sweeper skips them. */
export async function lockDueAlerts(tx: Transaction, now: Date, limit: number): Promise<RoutedAlert[]> {
  return swept(tx, lte(alert.nextStepAt, now), alert.nextStepAt, limit)
}

/** Locks acceptances whose lease is over. */
export async function lockLapsedAlerts(tx: Transaction, now: Date, limit: number): Promise<RoutedAlert[]> {
  return swept(tx, lte(alert.leaseEndsAt, now), alert.leaseEndsAt, limit)
}

/** Locks alerts whose call was put off until now. */
export async function lockWakingAlerts(tx: Transaction, now: Date, limit: number): Promise<RoutedAlert[]> {
  return swept(tx, lte(alert.snoozeEndsAt, now), alert.snoozeEndsAt, limit)
}

export type Rung = { agency: string; rung: number }

/** Locks alerts that wait on one of these rungs and have not yet said that nobody is there. */
export async function lockAlertsOnRungs(
  tx: Transaction,
  rungs: readonly Rung[],
  limit: number,
): Promise<RoutedAlert[]> {
  if (rungs.length === 0) return []
  const onOne = rungs.map(({ agency, rung }) =>
    and(
      eq(alert.agency, agency),
      eq(alert.rung, rung),
      sql`not (${alert.unreachable} @> array[${rung}]::integer[])`,
    ),
  )
  const waiting = and(eq(alert.state, 'unaccepted'), sql`${alert.nextStepAt} is not null`, or(...onOne))
  return swept(tx, waiting, alert.nextStepAt, limit)
}

/** Locks the acceptances these agencies hold. */
export async function lockHeldAlerts(
  tx: Transaction,
  held: readonly { incidentId: string; agency: string }[],
): Promise<RoutedAlert[]> {
  if (held.length === 0) return []
  const pairs = held.map(({ incidentId, agency }) =>
    and(eq(alert.incidentId, incidentId), eq(alert.agency, agency)),
  )
  const rows = await selected(tx)
    .where(and(eq(alert.state, 'accepted'), isNull(alert.endedAt), or(...pairs)))
    .orderBy(asc(alert.id))
    .for('update', { of: alert })
  return rows.map(routedOf)
}

/** Locks everything one agency holds, in the order others lock them. */
export async function lockHeldByAgency(tx: Transaction, agency: string): Promise<RoutedAlert[]> {
  const rows = await selected(tx)
    .where(and(eq(alert.agency, agency), eq(alert.state, 'accepted'), isNull(alert.endedAt)))
    .orderBy(asc(alert.id))
    .for('update', { of: alert })
  return rows.map(routedOf)
}

/** What an agency owes or holds on open incidents, the longest open first. */
export async function openAlertsOf(
  db: Queryable,
  agency: string,
): Promise<{ alert: Alert; incident: Incident }[]> {
  return db
    .select({ alert, incident })
    .from(alert)
    .innerJoin(incident, eq(incident.id, alert.incidentId))
    .where(and(eq(alert.agency, agency), isNull(alert.endedAt), eq(incident.state, 'open')))
    .orderBy(asc(incident.openedAt))
}

export async function saveAlert(tx: Transaction, one: Alert): Promise<void> {
  const { id, incidentId, agency, ...changing } = one
  await tx.update(alert).set(changing).where(eq(alert.id, id))
}

/** Writes many alerts in one statement, all of them locked by the caller. */
export async function saveAlerts(tx: Transaction, alerts: readonly Alert[]): Promise<void> {
  await updateRows(tx, alert, [...alerts])
}

/** One alert as it stands; null when there is none. */
export async function alertById(db: Queryable, id: string): Promise<Alert | null> {
  const [row] = await db.select().from(alert).where(eq(alert.id, id))
  return row ?? null
}

/** Locks the alerts of one incident; an acceptance under way is waited for, so that it is never overwritten. */
export async function lockAlertsOf(tx: Transaction, incidentId: string): Promise<Alert[]> {
  return tx
    .select()
    .from(alert)
    .where(eq(alert.incidentId, incidentId))
    .orderBy(asc(alert.agency))
    .for('update')
}

/** When the next rung is called or the next acceptance lapses; null when nothing waits. */
export async function nextAlertDue(db: Queryable): Promise<Date | null> {
  const [row] = await db
    .select({
      due: sql<
        string | null
      >`least(min(${alert.nextStepAt}), min(${alert.leaseEndsAt}), min(${alert.snoozeEndsAt}))`,
    })
    .from(alert)
  return row?.due ? new Date(row.due) : null
}

/** The incident is over: stops every ladder and lease of it. Returns what was ended, for `alert.ended`. */
export async function endAlertsOf(tx: Transaction, incidentId: string, now: Date): Promise<Alert[]> {
  const running = (await lockAlertsOf(tx, incidentId)).filter(({ endedAt }) => endedAt === null)
  const ended = running.map((one) => endAlert(one, now))
  await saveAlerts(tx, ended)
  return ended
}

/** Stops the clocks of many incidents that were cleared away together. */
export async function endAlertsOfAll(tx: Transaction, incidentIds: string[]): Promise<void> {
  if (incidentIds.length === 0) return
  await tx
    .update(alert)
    .set({ nextStepAt: null, leaseEndsAt: null, handover: null, snoozeEndsAt: null, endedAt: sql`now()` })
    .where(and(inArray(alert.incidentId, incidentIds), isNull(alert.endedAt)))
}

const about = {
  route: incident.route,
  grade: incident.grade,
  danger: incident.danger,
  dangerOver: incident.dangerOver,
  posts: incident.postCount,
  state: incident.state,
}

function selected(tx: Transaction) {
  return tx
    .select({ alert, ...about })
    .from(alert)
    .innerJoin(incident, eq(incident.id, alert.incidentId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selected>>[number]

/** The longest due first; what another sweeper holds is left to it. */
async function swept(
  tx: Transaction,
  which: SQL | undefined,
  due: typeof alert.nextStepAt | typeof alert.leaseEndsAt | typeof alert.snoozeEndsAt,
  limit: number,
): Promise<RoutedAlert[]> {
  const rows = await selected(tx)
    .where(and(which, isNull(alert.endedAt)))
    .orderBy(asc(due))
    .limit(limit)
    .for('update', { of: alert, skipLocked: true })
  return rows.map(routedOf)
}

function routedOf({ alert: row, route, posts, state, ...incidentFacts }: Row): RoutedAlert {
  return {
    alert: row,
    route,
    posts,
    isOpen: state === 'open',
    danger: isLifeThreatened(incidentFacts),
    grade: clockGradeOf(incidentFacts, row.agency),
  }
}
