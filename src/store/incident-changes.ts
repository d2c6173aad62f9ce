import { and, desc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { PersonView } from '#contracts/views.ts'
import type { Alert } from '#domain/alert/alert.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from './database.ts'
import type { StepRow } from './steps.ts'
import { alert } from './tables/alert.ts'
import { type IncidentsBefore, incident, incidentChange } from './tables/incident.ts'
import { incidentStep } from './tables/step.ts'

export type Before = {
  incidents: Incident[]
  alerts: Alert[]
  steps: StepRow[]
  versionsAfter: Record<string, number>
  /** Posts that changed their incident. */
  postIds: string[]
}

export type IncidentChange = {
  id: string
  kind: 'merge' | 'split'
  stayedId: string
  otherId: string
  at: Date
  by: PersonView
  before: Before
  undoneAt: Date | null
}

/** Alerts and steps of some incidents as they stand; the alerts are locked, so that no acceptance slips in between. */
export async function partsOf(
  tx: Transaction,
  ids: string[],
): Promise<{ alerts: Alert[]; steps: StepRow[] }> {
  const alerts = await tx
    .select()
    .from(alert)
    .where(inArray(alert.incidentId, ids))
    .orderBy(alert.id)
    .for('update')
  const steps = await tx.select().from(incidentStep).where(inArray(incidentStep.incidentId, ids))
  return { alerts, steps }
}

export async function insertChange(tx: Transaction, change: Omit<IncidentChange, 'undoneAt'>): Promise<void> {
  await tx.insert(incidentChange).values({ ...change, before: change.before as unknown as IncidentsBefore })
}

export async function lockChange(tx: Transaction, id: string): Promise<IncidentChange | null> {
  const [row] = await tx.select().from(incidentChange).where(eq(incidentChange.id, id)).for('update')
  return row ? { ...row, before: revived(row.before) as unknown as Before } : null
}

export async function markUndone(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(incidentChange).set({ undoneAt: at }).where(eq(incidentChange.id, id))
}

/** Whether one of the two has been merged or split again since, so that this change must wait its turn. */
export async function hasLaterChange(tx: Transaction, change: IncidentChange): Promise<boolean> {
  const both = [change.stayedId, change.otherId]
  const [row] = await tx
    .select({ id: incidentChange.id })
    .from(incidentChange)
    .where(
      and(
        gt(incidentChange.at, change.at),
        ne(incidentChange.id, change.id),
        isNull(incidentChange.undoneAt),
        or(inArray(incidentChange.stayedId, both), inArray(incidentChange.otherId, both)),
      ),
    )
    .orderBy(desc(incidentChange.at))
    .limit(1)
  return row !== undefined
}

/** Writes a whole row back as it stood, under a new version. */
export async function restoreIncident(tx: Transaction, before: Incident, version: number): Promise<void> {
  const { id, ...rest } = before
  await tx
    .update(incident)
    .set({ ...rest, version })
    .where(eq(incident.id, id))
}

/** An incident that stands again as it stood is, for an earlier change, still as that change left it. */
export async function followVersion(
  tx: Transaction,
  incidentId: string,
  from: number,
  to: number,
): Promise<void> {
  const path = sql`array['versionsAfter', ${incidentId}::text]`
  await tx
    .update(incidentChange)
    .set({ before: sql`jsonb_set(${incidentChange.before}, ${path}, to_jsonb(${to}::int))` })
    .where(and(isNull(incidentChange.undoneAt), sql`(${incidentChange.before} #>> ${path})::int = ${from}`))
}

/** Takes an alert back that one agency had only through a merge; what it was stays in the log. */
export async function withdrawAlert(tx: Transaction, id: string): Promise<void> {
  await tx.delete(alert).where(eq(alert.id, id))
}

export async function withdrawStep(tx: Transaction, { incidentId, step }: StepRow): Promise<void> {
  await tx
    .delete(incidentStep)
    .where(and(eq(incidentStep.incidentId, incidentId), eq(incidentStep.step, step)))
}

export async function restoreStep(tx: Transaction, { incidentId, step, ...rest }: StepRow): Promise<void> {
  await tx
    .update(incidentStep)
    .set(rest)
    .where(and(eq(incidentStep.incidentId, incidentId), eq(incidentStep.step, step)))
}

/** Every field that ends in `At` is an instant; JSON has made strings of them. */
function revived(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, one) =>
    key.endsWith('At') && typeof one === 'string' ? new Date(one) : one,
  )
}
