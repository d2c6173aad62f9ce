import type { Grade } from '#domain/grading/grade.ts'
import { type LimitsInForce, limitOf } from './limits.ts'
import { type StepClock, startClocks } from './step-clock.ts'
import { countTerm } from './term.ts'
import type { WorkingCalendar } from './working-days.ts'

/** What decides which clocks an incident runs under. */
export type Owing = LimitsInForce & {
  id: string
  grade: Grade
  online: boolean
  /** A person has just given a word on the grade. */
  decided: boolean
}

/**
 * The clocks after an incident's grade, or who heard of it, changed. A graver grade hastens what runs, its own limits
 * running from now. Only a person's word lightens: what is not yet due gets the limit of that grade, counted from where
 * it began, and never an earlier day for it; what is missed stays missed and what is done stays done.
 */
export function followClocks(
  held: StepClock[],
  owing: Owing,
  now: Date,
  calendar: WorkingCalendar,
): StepClock[] {
  const kept = owing.decided ? held.flatMap((clock) => lightened(clock, owing, now, calendar)) : held
  return hastenClocks(kept, startClocks(owing.id, owing.grade, now, owing, calendar), now)
}

/** Of the clocks that run and the fresh ones the nearer count, and those not known yet begin; the nearest first. */
export function hastenClocks(held: StepClock[], fresh: StepClock[], now: Date): StepClock[] {
  const running = held.map((clock) => {
    const beside = fresh.find(({ step }) => step === clock.step)
    return beside ? hastenClock(clock, beside, now) : clock
  })
  const known = new Set(held.map(({ step }) => step))
  return nearestFirst([...running, ...fresh.filter(({ step }) => !known.has(step))])
}

/** The nearer of two clocks for one step; a done step stays done, and a pause goes on. */
function hastenClock(clock: StepClock, fresh: StepClock, now: Date): StepClock {
  if (clock.doneAt) return clock
  const waited = clock.pausedAt ? now.getTime() - clock.pausedAt.getTime() : 0
  if (fresh.dueAt.getTime() >= clock.dueAt.getTime() + waited) return clock
  const { limit, sinceAt, baseDueAt, dueAt, provisional, calendarVersion } = fresh
  return {
    ...clock,
    ...{ limit, sinceAt, baseDueAt, dueAt, provisional, calendarVersion },
    // What was waited for the longer limit must not be added to the shorter one.
    pausedAt: clock.pausedAt && now,
    pausedSeconds: clock.pausedSeconds + Math.round(waited / 1_000),
    nextStepAt: clock.pausedAt ? null : dueAt,
    rung: null,
    version: clock.version + 1,
  }
}

/** One clock under a person's word; none where that grade owes the step no longer. */
function lightened(
  clock: StepClock,
  { grade, ...inForce }: Owing,
  now: Date,
  calendar: WorkingCalendar,
): StepClock[] {
  const waitedMs = clock.pausedAt ? now.getTime() - clock.pausedAt.getTime() : 0
  const missed = clock.rung !== null || clock.dueAt.getTime() + waitedMs <= now.getTime()
  if (clock.doneAt || missed || clock.step === 'final_report') return [clock]
  const limit = limitOf(grade, clock.step, inForce)
  if (!limit) return []
  const { dueAt: baseDueAt, ...term } = countTerm(limit, clock.sinceAt, calendar)
  const putOffMs = clock.dueAt.getTime() - clock.baseDueAt.getTime()
  const dueAt = new Date(baseDueAt.getTime() + putOffMs)
  if (dueAt <= clock.dueAt) return [clock]
  const nextStepAt = clock.pausedAt ? null : dueAt
  return [{ ...clock, ...term, baseDueAt, dueAt, nextStepAt, version: clock.version + 1 }]
}

function nearestFirst(steps: StepClock[]): StepClock[] {
  return steps.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.step < b.step ? -1 : 1))
}
