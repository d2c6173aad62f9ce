import { describe, expect, it } from 'vitest'
import { linkState } from './link-state.ts'

describe('a link without a beat', () => {
  it.each([
    [0, 'live'],
    [5_000, 'live'],
    [5_001, 'cut'],
  ] as const)('for %d ms is %s', (silence, state) => {
    expect(linkState(100_000, 100_000 + silence)).toEqual({ state, heardAt: 100_000 })
  })
})
