import { type Graded, type Limit, type StepLimits, steps } from '#domain/clock/limits.ts'
import { clockOf } from '#domain/clock/shifts.ts'
import type { ReportHours } from '#domain/report/report-day.ts'
import type { Refusal } from '#domain/result.ts'
import type { SupervisionLimits } from '#domain/supervision/supervision.ts'
import type { TransferLimits } from '#domain/transfer/threshold.ts'

/** What the office sets about its own work beside grades, routes and shifts. */
export type ResponseRules = {
  report: ReportHours
  clocks: StepLimits
  supervision: SupervisionLimits
  transfer: TransferLimits
  /** More posts than this at once are a mass call-out, which a second person lets go. */
  massCallOutAbove: number
}

/** Hours of a report come in their order, and no graver grade has longer than a lighter one; forms bound the rest. */
export function responseProblem({ report, clocks }: ResponseRules): Refusal<ResponseCode> | null {
  const [opens = 0, reminds = 0, closes = 0] = [report.opensAt, report.remindAt, report.closesAt].map(
    minutesOf,
  )
  if (opens >= reminds || reminds >= closes) return { code: 'report_hours_order', details: {} }
  const at = steps.findIndex((step) => !graverIsSooner(clocks[step]))
  return at < 0 ? null : { code: 'limits_order', details: { number: at + 1 } }
}

export type ResponseCode = 'report_hours_order' | 'limits_order'

function graverIsSooner(limits: Record<Graded, Limit | null>): boolean {
  const seconds = [limits.I, limits.II, limits.III, limits.IV].map(leastSeconds)
  return seconds.every((one, at) => at === 0 || (seconds[at - 1] ?? 0) <= one)
}

/** The least a limit can come to; endless where nothing is owed. */
function leastSeconds(limit: Limit | null): number {
  if (limit === null) return Number.POSITIVE_INFINITY
  if (limit.in === 'plain') return limit.seconds
  return limit.in === 'working_days' ? limit.days * 86_400 : limit.leadSeconds
}

function minutesOf(clock: string): number {
  const { hour, minute } = clockOf(clock)
  return hour * 60 + minute
}
