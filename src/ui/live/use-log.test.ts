import { expect, it } from 'vitest'
import { knockAfterMs } from './use-log.ts'

it.each([
  [0, 1_000],
  [1, 2_000],
  [4, 5_000],
  [500, 5_000],
])('after %d knocks in vain the refused screen knocks again in %d ms', (inVain, wait) => {
  expect(knockAfterMs(inVain)).toBe(wait)
})
