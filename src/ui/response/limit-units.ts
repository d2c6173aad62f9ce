import type { Limit } from '#domain/clock/limits.ts'

/** As a limit is spoken of: `sheet` is the daily sheet at least so many hours away. */
export const limitUnits = ['minutes', 'hours', 'days', 'workingDays', 'sheet'] as const
export type LimitUnit = (typeof limitUnits)[number]

const seconds = { minutes: 60, hours: 3_600, days: 86_400 } as const

/** Of plain time the largest unit that fits whole, but a day and a half-day stay hours. */
export function unitOf(limit: Limit): LimitUnit {
  if (limit.in === 'working_days') return 'workingDays'
  if (limit.in === 'daily_sheet') return 'sheet'
  if (limit.seconds % seconds.days === 0 && limit.seconds > 2 * seconds.days) return 'days'
  return limit.seconds % seconds.hours === 0 ? 'hours' : 'minutes'
}

export function amountOf(limit: Limit): number {
  if (limit.in === 'working_days') return limit.days
  if (limit.in === 'daily_sheet') return Math.round(limit.leadSeconds / seconds.hours)
  const unit = unitOf(limit)
  return limit.seconds / seconds[unit as keyof typeof seconds]
}

export function limitFrom(unit: LimitUnit, amount: number): Limit {
  const whole = Math.max(1, amount)
  if (unit === 'workingDays') return { in: 'working_days', days: whole }
  if (unit === 'sheet') return { in: 'daily_sheet', leadSeconds: amount * seconds.hours }
  return { in: 'plain', seconds: whole * seconds[unit] }
}
