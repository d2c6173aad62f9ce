import { clockOf } from '#domain/clock/shifts.ts'
import type { ReportHours } from '#domain/report/report-day.ts'
import type { Refusal } from '#domain/result.ts'
import type { SupervisionLimits } from '#domain/supervision/supervision.ts'
import type { TransferLimits } from '#domain/transfer/threshold.ts'

/** What the office sets about its own work beside grades, routes and shifts. */
export type ResponseRules = {
  report: ReportHours
  supervision: SupervisionLimits
  transfer: TransferLimits
  /** More posts than this at once are a mass call-out, which a second person lets go. */
  massCallOutAbove: number
}

/** Hours of a report come in their order, the reminder before the close; the rest is bounded by its form. */
export function responseProblem({ report }: ResponseRules): Refusal<'report_hours_order'> | null {
  const [opens, reminds, closes] = [report.opensAt, report.remindAt, report.closesAt].map(minutesOf)
  const inOrder = opens !== undefined && reminds !== undefined && closes !== undefined
  return inOrder && opens < reminds && reminds < closes ? null : { code: 'report_hours_order', details: {} }
}

function minutesOf(clock: string): number {
  const { hour, minute } = clockOf(clock)
  return hour * 60 + minute
}
