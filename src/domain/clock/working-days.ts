import { shanghaiAt, shanghaiDay } from './shanghai.ts'

/** Which days are worked. A value, so that every rule that counts days can be proved with any year. */
export type WorkingCalendar = {
  /** Grows with every change; a clock remembers which version it was counted by. */
  version: number
  /** Years whose days off the State Council has announced; every other year is counted provisionally. */
  noticed: ReadonlySet<number>
  /** Days that differ from the ordinary week, as 2026-10-10. */
  days: ReadonlyMap<string, DayKind>
}

/** rest: off though it may be a Monday; work: worked though it may be a Saturday (调休). */
export type DayKind = 'rest' | 'work'

/** Office hours end at 17:30, and with them the last day of a period (民法典 art. 203: 停止业务活动的时间为截止时间). */
export const officeCloses = { hour: 17, minute: 30 }

/** 春节 and 国庆 take eleven days at most; a calendar that offers fewer working days than this is broken. */
const leastWorkingDaysIn = 40

/** Whether a day (2026-11-23) is worked: by announcement, else by the week. */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  const kind = calendar.days.get(day)
  if (kind) return kind === 'work'
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** True for a day of a year without notice: it may still be moved. */
export function isProvisional(calendar: WorkingCalendar, day: string): boolean {
  return !calendar.noticed.has(Number(day.slice(0, 4)))
}

/**
 * The end of the `days`-th working day after the day of `since`, which itself does not count (民法典 art. 201).
 * `provisional` when a day of a year without notice was counted or passed over.
 */
export function afterWorkingDays(
  calendar: WorkingCalendar,
  since: Date,
  days: number,
): { dueAt: Date; provisional: boolean } {
  let day = shanghaiDay(since)
  let provisional = false
  let left = days
  for (let passed = 0; left > 0; passed += 1) {
    if (passed > days * leastWorkingDaysIn) throw new Error(`no working day in sight after ${day}`)
    day = nextDay(day)
    provisional ||= isProvisional(calendar, day)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return { dueAt: shanghaiAt(day, officeCloses.hour, officeCloses.minute), provisional }
}

/** 2026-12-31 → 2027-01-01 */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
