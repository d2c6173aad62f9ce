import { shanghaiAt, shanghaiDay } from '#domain/clock/shanghai.ts'
import { clockOf } from '#domain/clock/shifts.ts'

/** Clock times of Asia/Shanghai such as 16:30: from when units report, when they are reminded, when the day closes. */
export type ReportHours = { opensAt: string; remindAt: string; closesAt: string }

const dayMs = 86_400_000

/** The instant at which a day's clock shows one of the hours. */
export function hourOn(day: string, clock: string): Date {
  const { hour, minute } = clockOf(clock)
  return shanghaiAt(day, hour, minute)
}

/** The day whose report was due last: today from the close on, before it yesterday. */
export function lastClosedDay(now: Date, { closesAt }: ReportHours): string {
  return lastDayAfter(now, closesAt)
}

/** The day units report for: today once reporting has opened, before that yesterday, which is late by then. */
export function zeroReportDay(now: Date, { opensAt }: ReportHours): string {
  return lastDayAfter(now, opensAt)
}

/** How far the units of a day are called: 0 reminded before the close, 1 told that they missed it; null before both. */
export function reminderLevel(day: string, now: Date, { remindAt, closesAt }: ReportHours): 0 | 1 | null {
  if (now >= hourOn(day, closesAt)) return 1
  return now >= hourOn(day, remindAt) ? 0 : null
}

function lastDayAfter(now: Date, clock: string): string {
  const today = shanghaiDay(now)
  return hourOn(today, clock) <= now ? today : dayBefore(today)
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - dayMs).toISOString().slice(0, 10)
}
