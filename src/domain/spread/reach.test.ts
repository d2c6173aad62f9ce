import { expect, it } from 'vitest'
import { judgeReach, leastReach } from './reach.ts'

it.each<[string, number | null, number | null, number]>([
  ['nobody counts', null, null, 0],
  ['a view short', 9_999, 99, 0],
  ['ten thousand views', 10_000, null, 1],
  ['a hundred reposts', null, 100, 1],
  ['a hundred thousand views', 100_000, 5, 2],
  ['ten thousand reposts', 0, 10_000, 3],
])('where %s', (_, views, reposts, level) => {
  expect(judgeReach({ views, reposts })).toBe(level)
})

it('is searched for from the least counts that raise a level', () => {
  expect(judgeReach({ views: leastReach.views, reposts: null })).toBe(1)
  expect(judgeReach({ views: leastReach.views - 1, reposts: leastReach.reposts - 1 })).toBe(0)
})
