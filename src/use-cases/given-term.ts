import type { GivenDeadline } from '#contracts/tasks.ts'
import { countTerm, type Term, termUntil } from '#domain/clock/term.ts'
import { workingCalendar } from '#store/working-calendar.ts'

/** The deadline an officer gives: so many working days, or an instant of the clock; null where none was given. */
export function givenTerm({ workingDays, dueAt }: GivenDeadline, now: Date): Term | null {
  if (workingDays !== null) {
    return countTerm({ in: 'working_days', days: workingDays }, now, workingCalendar())
  }
  return dueAt === null ? null : termUntil(new Date(dueAt), now)
}
