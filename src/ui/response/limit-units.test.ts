import { expect, it } from 'vitest'
import { defaultStepLimits, type Limit, steps } from '#domain/clock/limits.ts'
import { amountOf, type LimitUnit, limitFrom, unitOf } from './limit-units.ts'

it.each<[Limit, number, LimitUnit]>([
  [{ in: 'plain', seconds: 900 }, 15, 'minutes'],
  [{ in: 'plain', seconds: 172_800 }, 48, 'hours'],
  [{ in: 'plain', seconds: 604_800 }, 7, 'days'],
  [{ in: 'plain', seconds: 5_400 }, 90, 'minutes'],
  [{ in: 'working_days', days: 10 }, 10, 'workingDays'],
  [{ in: 'daily_sheet', leadSeconds: 7_200 }, 2, 'sheet'],
])('%o is told as %i %s', (limit, amount, unit) => {
  expect([amountOf(limit), unitOf(limit)]).toEqual([amount, unit])
})

it('what is told is what was kept, for every limit the product comes with', () => {
  for (const step of steps) {
    for (const limit of Object.values(defaultStepLimits[step])) {
      if (limit) expect(limitFrom(unitOf(limit), amountOf(limit))).toEqual(limit)
    }
  }
})
