import { expect, it } from 'vitest'
import { rateLimit } from './rate-limit.ts'

const at = (seconds: number) => new Date(seconds * 1_000)

it('lets so many pass at once, then one by one as the minute goes on', () => {
  const limit = rateLimit(60)
  const passed = Array.from({ length: 100 }, () => limit.take('a', at(0))).filter((wait) => wait === 0)
  expect(passed).toHaveLength(60)
  expect(limit.take('a', at(0))).toBe(1)
  expect(limit.take('a', at(1))).toBe(0)
  expect(limit.take('a', at(1))).toBe(1)
  expect(limit.take('a', at(61))).toBe(0)
})

it('counts each name by itself', () => {
  const limit = rateLimit(1)
  expect([limit.take('a', at(0)), limit.take('b', at(0))]).toEqual([0, 0])
  expect(limit.take('a', at(30))).toBe(30)
})
