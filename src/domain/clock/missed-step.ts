import { ladder } from '#domain/escalation/next-step.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { missedRungSeconds, type StepClock } from './step-clock.ts'

/** Whom a missed clock is told to: a rung of the ladder, and whom else. */
export type Missed = {
  clock: StepClock
  /** True the first time: the clock has just run out. */
  first: boolean
  /** Ⅰ and Ⅱ tell the group's leader from +1 × the limit on. */
  groupLeader: boolean
  /** At the ladder's end a supervised case (督办) is proposed. */
  proposesSupervision: boolean
}

/**
 * A clock past due calls its ladder (domain notes §3.5): at once owner and substitute, after one more limit the head of
 * section, after two the deputy and the office, after three the leader. A sweep that comes late still climbs one rung
 * at a time, so nobody is skipped. Null when nothing is due.
 */
export function missStep(clock: StepClock, grade: Grade, now: Date): Missed | null {
  if (clock.doneAt || clock.pausedAt || !clock.nextStepAt || clock.nextStepAt > now) return null
  const last = ladder.length - 1
  const rung = clock.rung === null ? 0 : Math.min(clock.rung + 1, last)
  return {
    clock: {
      ...clock,
      rung,
      overdueTimes: clock.overdueTimes + (clock.rung === null ? 1 : 0),
      nextStepAt: rung === last ? null : new Date(now.getTime() + missedRungSeconds(clock) * 1_000),
      version: clock.version + 1,
    },
    first: clock.rung === null,
    groupLeader: rung > 0 && (grade === 'I' || grade === 'II'),
    proposesSupervision: rung === last,
  }
}
