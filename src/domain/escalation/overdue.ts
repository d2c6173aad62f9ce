import { ladder } from './next-step.ts'

/** A duty with a clock: how far it was called up its ladder, and when it is called further. */
export type ClockedDuty = {
  overdueLevel: number
  /** How many of its clocks ran out, all in all; a case twice overdue is proposed for supervision. */
  overdueTimes: number
  nextStepAt: Date | null
}

/** Above this there is nobody: the leader knows. */
export const topLevel = ladder.length - 1

/**
 * Calls one level higher what was due and is not done; null when nothing is due.
 * A late sweep still climbs one level at a time, so nobody is skipped.
 */
export function climbOverdue<Duty extends ClockedDuty>(
  duty: Duty,
  rungSeconds: number,
  now: Date,
): Duty | null {
  if (duty.nextStepAt === null || duty.nextStepAt > now) return null
  const overdueLevel = Math.min(duty.overdueLevel + 1, topLevel)
  return {
    ...duty,
    overdueLevel,
    overdueTimes: duty.overdueTimes + (duty.overdueLevel === 0 ? 1 : 0),
    nextStepAt: overdueLevel === topLevel ? null : new Date(now.getTime() + rungSeconds * 1_000),
  }
}

/** A new clock runs; what was called before is over. */
export function freshClock(nextStepAt: Date | null): Pick<ClockedDuty, 'overdueLevel' | 'nextStepAt'> {
  return { overdueLevel: 0, nextStepAt }
}
