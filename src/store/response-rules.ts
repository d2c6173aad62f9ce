import { massCallOutAbove } from '#domain/call-out/call-out.ts'
import { defaultStepLimits } from '#domain/clock/limits.ts'
import type { ResponseRules } from '#domain/response/response-rules.ts'
import { defaultSupervisionLimits } from '#domain/supervision/supervision.ts'
import { defaultTransferLimits } from '#domain/transfer/threshold.ts'
import seed from '#seeds/daily-report.json' with { type: 'json' }

/** What the product comes with, until the office sets its own. */
export const seedResponse: ResponseRules = {
  report: seed.hours,
  clocks: defaultStepLimits,
  supervision: defaultSupervisionLimits,
  transfer: defaultTransferLimits,
  massCallOutAbove,
}

/** An edition saved before the product knew of a limit keeps the product's own for it. */
export function completedResponse(rules: Partial<ResponseRules> | undefined): ResponseRules {
  return { ...seedResponse, ...rules }
}
