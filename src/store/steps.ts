import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { Step } from '#domain/clock/limits.ts'
import type { StepClock } from '#domain/clock/step-clock.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { anyOf } from './any-of.ts'
import type { Queryable, Transaction } from './database.ts'
import { supervision } from './tables/handling.ts'
import { incident } from './tables/incident.ts'
import { incidentStep, stepPause } from './tables/step.ts'
import { task } from './tables/task.ts'

export type StepRow = typeof incidentStep.$inferSelect
export type PauseRow = typeof stepPause.$inferSelect

/** A clock with what decides whom it calls. */
export type RoutedClock = { clock: StepClock; route: string[] } & Pick<
  Incident,
  'grade' | 'danger' | 'dangerOver'
>

/** Clocks of an incident that has none yet. */
export async function insertSteps(tx: Transaction, clocks: StepClock[]): Promise<void> {
  if (clocks.length > 0) await tx.insert(incidentStep).values(clocks)
}

/** Locks all clocks of one incident. */
export async function lockSteps(tx: Transaction, incidentId: string): Promise<StepClock[]> {
  return tx
    .select()
    .from(incidentStep)
    .where(eq(incidentStep.incidentId, incidentId))
    .orderBy(asc(incidentStep.step))
    .for('update')
}

/** Locks one clock; whoever else would change it waits here. */
export async function lockStep(tx: Transaction, incidentId: string, step: Step): Promise<StepClock | null> {
  const [row] = await tx
    .select()
    .from(incidentStep)
    .where(and(eq(incidentStep.incidentId, incidentId), eq(incidentStep.step, step)))
    .for('update')
  return row ?? null
}

export async function saveStep(tx: Transaction, clock: StepClock): Promise<void> {
  const { incidentId, step, ...changing } = clock
  await tx
    .update(incidentStep)
    .set(changing)
    .where(and(eq(incidentStep.incidentId, incidentId), eq(incidentStep.step, step)))
}

/** Writes many clocks in one statement, all of them locked by the caller. */
export async function saveSweptSteps(tx: Transaction, clocks: StepClock[]): Promise<void> {
  if (clocks.length === 0) return
  const rows = JSON.stringify(
    clocks.map(({ incidentId, step, rung, overdueTimes, nextStepAt, version }) => ({
      incident_id: incidentId,
      step,
      rung,
      overdue_times: overdueTimes,
      next_step_at: nextStepAt,
      version,
    })),
  )
  await tx.execute(sql`
    update incident_step as s set rung = v.rung, overdue_times = v.overdue_times, next_step_at = v.next_step_at,
      version = v.version
    from jsonb_to_recordset(${rows}::jsonb)
      as v(incident_id uuid, step text, rung int, overdue_times int, next_step_at timestamptz, version int)
    where s.incident_id = v.incident_id and s.step = v.step`)
}

/** Locks clocks that have run out; another sweeper skips them. */
export async function lockDueSteps(tx: Transaction, now: Date, limit: number): Promise<RoutedClock[]> {
  return tx
    .select(routed)
    .from(incidentStep)
    .innerJoin(incident, eq(incident.id, incidentStep.incidentId))
    .where(and(lte(incidentStep.nextStepAt, now), owing))
    .orderBy(asc(incidentStep.nextStepAt), asc(incidentStep.incidentId), asc(incidentStep.step))
    .limit(limit)
    .for('update', { of: incidentStep, skipLocked: true })
}

/** Deadlines still owed that count working days, of steps, tasks and supervised cases, and how many of them provisionally. */
export async function countDeadlines(db: Queryable): Promise<{ counting: number; provisional: number }> {
  const [row] = await db.execute<{ counting: number; provisional: number }>(sql`
    select count(*)::int as counting, (count(*) filter (where provisional))::int as provisional from (
      select provisional from ${incidentStep} inner join ${incident} on ${eq(incident.id, incidentStep.incidentId)}
      where calendar_version is not null and done_at is null and ${owing}
      union all
      select provisional from ${task} where calendar_version is not null and state not in ('done', 'withdrawn')
      union all
      select provisional from ${supervision}
      where calendar_version is not null and state not in ('closed', 'dismissed')) as counted`)
  return row ?? { counting: 0, provisional: 0 }
}

/** When the sweep has something to do next; null when no clock runs. */
export async function nextClockDue(db: Queryable): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: incidentStep.nextStepAt })
    .from(incidentStep)
    .innerJoin(incident, eq(incident.id, incidentStep.incidentId))
    .where(and(isNotNull(incidentStep.nextStepAt), owing))
    .orderBy(asc(incidentStep.nextStepAt))
    .limit(1)
  return row?.dueAt ?? null
}

/** Locks paused clocks that may be paused no longer: a life is in danger, or somebody must go there at Ⅰ or Ⅱ. */
export async function lockBarredPauses(tx: Transaction): Promise<RoutedClock[]> {
  const barred = or(
    sql`cardinality(${incident.danger}) > 0`,
    and(eq(incidentStep.step, 'on_site'), inArray(incident.grade, ['I', 'II'])),
  )
  return tx
    .select(routed)
    .from(incidentStep)
    .innerJoin(incident, eq(incident.id, incidentStep.incidentId))
    .where(and(isNotNull(incidentStep.pausedAt), eq(incident.state, 'open'), barred))
    .limit(500)
    .for('update', { of: incidentStep, skipLocked: true })
}

/** Locks clocks still owed that were counted by an older calendar. */
export async function lockOutdatedSteps(
  tx: Transaction,
  version: number,
  limit: number,
): Promise<RoutedClock[]> {
  return tx
    .select(routed)
    .from(incidentStep)
    .innerJoin(incident, eq(incident.id, incidentStep.incidentId))
    .where(and(lt(incidentStep.calendarVersion, version), isNull(incidentStep.doneAt), owing))
    .limit(limit)
    .for('update', { of: incidentStep, skipLocked: true })
}

/** The clocks of an incident that has been closed call nobody any more. */
export async function stopSteps(tx: Transaction, incidentIds: string[]): Promise<void> {
  if (incidentIds.length === 0) return
  await tx
    .update(incidentStep)
    .set({
      ...{ nextStepAt: null, pausedAt: null, pausedBy: null, pauseReason: null, pauseReviewAt: null },
      version: sql`${incidentStep.version} + 1`,
    })
    .where(and(inArray(incidentStep.incidentId, incidentIds), ne(incidentStep.step, 'final_report')))
}

/** Takes the final report back: what was closed has been opened again. */
export async function withdrawFinalReport(tx: Transaction, incidentId: string): Promise<void> {
  await tx
    .delete(incidentStep)
    .where(and(eq(incidentStep.incidentId, incidentId), eq(incidentStep.step, 'final_report')))
}

export async function stepsOfAll(db: Queryable, ids: string[]): Promise<StepRow[]> {
  return db
    .select()
    .from(incidentStep)
    .where(anyOf(incidentStep.incidentId, ids))
    .orderBy(asc(incidentStep.dueAt), asc(incidentStep.step))
}

export async function insertPause(
  tx: Transaction,
  pause: Omit<PauseRow, 'resumedAt' | 'resumedBy'>,
): Promise<void> {
  await tx.insert(stepPause).values(pause)
}

/** Ends the running pause of one clock. */
export async function endPause(
  tx: Transaction,
  { incidentId, step }: Pick<StepClock, 'incidentId' | 'step'>,
  resumed: { at: Date; by: PauseRow['resumedBy'] },
): Promise<void> {
  await tx
    .update(stepPause)
    .set({ resumedAt: resumed.at, resumedBy: resumed.by })
    .where(and(eq(stepPause.incidentId, incidentId), eq(stepPause.step, step), isNull(stepPause.resumedAt)))
}

/** Ends whatever is paused of an incident whose clocks have been stopped. */
export async function endPausesOf(tx: Transaction, incidentId: string, at: Date): Promise<void> {
  await tx
    .update(stepPause)
    .set({ resumedAt: at })
    .where(and(eq(stepPause.incidentId, incidentId), isNull(stepPause.resumedAt)))
}

/** All pauses of one incident's clocks, the latest first. */
export async function pausesOf(db: Queryable, incidentId: string): Promise<PauseRow[]> {
  return db
    .select()
    .from(stepPause)
    .where(eq(stepPause.incidentId, incidentId))
    .orderBy(sql`${stepPause.pausedAt} desc`)
}

/** A closed incident owes only its final report. */
const owing = or(eq(incident.state, 'open'), eq(incidentStep.step, 'final_report'))

const routed = {
  clock: incidentStep,
  route: incident.route,
  grade: incident.grade,
  danger: incident.danger,
  dangerOver: incident.dangerOver,
}
