import { expect, it } from 'vitest'
import { defaultSupervisionLimits } from '#domain/supervision/supervision.ts'
import { defaultTransferLimits } from '#domain/transfer/threshold.ts'
import { responseProblem } from './response-rules.ts'

it.each([
  ['in their order', { opensAt: '15:00', remindAt: '16:00', closesAt: '16:30' }, null],
  [
    'with the reminder at the close',
    { opensAt: '15:00', remindAt: '16:30', closesAt: '16:30' },
    'report_hours_order',
  ],
  [
    'that open after the reminder',
    { opensAt: '16:10', remindAt: '16:00', closesAt: '16:30' },
    'report_hours_order',
  ],
])('hours of a daily report %s', (_, report, code) => {
  const limits = {
    supervision: defaultSupervisionLimits,
    transfer: defaultTransferLimits,
    massCallOutAbove: 10,
  }
  expect(responseProblem({ ...limits, report })?.code ?? null).toBe(code)
})
