import { type ClockedDuty, freshClock } from '#domain/escalation/overdue.ts'
import { dueOf, type Limit } from './limits.ts'
import type { WorkingCalendar } from './working-days.ts'

/** A deadline with what it was counted by, so that it can be counted anew when the calendar changes. */
export type Term = {
  limit: Limit
  /** Counted from here. */
  sinceAt: Date
  dueAt: Date
  /** Counted over days of a year without notice. */
  provisional: boolean
  /** Version of the calendar it was counted by; null where no working day was counted. */
  calendarVersion: number | null
}

/** The deadline of what began at `since`. */
export function countTerm(limit: Limit, since: Date, calendar: WorkingCalendar): Term {
  const { dueAt, provisional } = dueOf(limit, since, calendar)
  const calendarVersion = limit.in === 'working_days' ? calendar.version : null
  return { limit, sinceAt: since, dueAt, provisional, calendarVersion }
}

/** A deadline given as an instant of the clock; no calendar moves it. */
export function termUntil(at: Date, since: Date): Term {
  const seconds = Math.round((at.getTime() - since.getTime()) / 1_000)
  const limit: Limit = { in: 'plain', seconds }
  return { limit, sinceAt: since, dueAt: at, provisional: false, calendarVersion: null }
}

/** The working days a deadline was given in; null where it was given by the clock. */
export function workingDaysOf(limit: Limit | null): number | null {
  return limit?.in === 'working_days' ? limit.days : null
}

/** Counts the deadline of a duty anew because the calendar changed; the version grows only when it moved. */
export function recountDuty<Duty extends Term & ClockedDuty & { version: number }>(
  duty: Duty,
  calendar: WorkingCalendar,
): Duty {
  const term = countTerm(duty.limit, duty.sinceAt, calendar)
  const moved = term.dueAt.getTime() !== duty.dueAt.getTime() || term.provisional !== duty.provisional
  if (!moved) return { ...duty, calendarVersion: calendar.version }
  const waits = duty.overdueLevel === 0 && duty.nextStepAt?.getTime() === duty.dueAt.getTime()
  return {
    ...duty,
    ...term,
    ...(waits && freshClock(term.dueAt)),
    version: duty.version + 1,
  }
}
