import { massCallOutAbove } from '#domain/call-out/call-out.ts'
import type { ResponseRules } from '#domain/response/response-rules.ts'
import { defaultSupervisionLimits } from '#domain/supervision/supervision.ts'
import { defaultTransferLimits } from '#domain/transfer/threshold.ts'
import seed from '#seeds/daily-report.json' with { type: 'json' }

/** What the product comes with, until the office sets its own. */
export const seedResponse: ResponseRules = {
  report: seed.hours,
  supervision: defaultSupervisionLimits,
  transfer: defaultTransferLimits,
  massCallOutAbove,
}
