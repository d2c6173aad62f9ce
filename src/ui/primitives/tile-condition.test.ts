import { describe, expect, it } from 'vitest'
import { tileCondition } from './tile-condition.ts'

const now = 1_000_000

describe('how far a tile may be trusted', () => {
  it.each([
    ['fresh', { dataAt: now - 3000 }, 'live'],
    ['at twice its interval', { dataAt: now - 20_000 }, 'live'],
    ['past twice its interval', { dataAt: now - 20_001 }, 'stale'],
    ['fresh, but its sources are dead', { dataAt: now, blind: true }, 'blind'],
    ['old and blind: age is said first', { dataAt: 0, blind: true }, 'stale'],
    ['cut outweighs all', { dataAt: 0, blind: true, cut: true }, 'cut'],
  ] as const)('%s', (_name, facts, expected) => {
    expect(tileCondition({ now, expectedSeconds: 10, ...facts })).toBe(expected)
  })
})
