import { expect, it } from 'vitest'
import { defaultStepLimits } from '#domain/clock/limits.ts'
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
  expect(responseProblem({ ...limits, clocks: defaultStepLimits, report })?.code ?? null).toBe(code)
})

it('a graver grade never has longer than a lighter one', () => {
  const report = { opensAt: '15:00', remindAt: '16:00', closesAt: '16:30' }
  const limits = {
    supervision: defaultSupervisionLimits,
    transfer: defaultTransferLimits,
    massCallOutAbove: 10,
  }
  const on_site = { ...defaultStepLimits.on_site, II: { in: 'plain', seconds: 7_200 } as const }
  const clocks = { ...defaultStepLimits, on_site }
  expect(responseProblem({ ...limits, report, clocks })).toEqual({
    code: 'limits_order',
    details: { number: 3 },
  })
})
