import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedPosts, judgeSpread, poissonTailLog10 } from './growth.ts'

const at = (time: string) => new Date(`${time}+08:00`)

describe('what an incident usually draws in two hours', () => {
  it.each([
    ['more in the evening than at night', '2026-11-23T20:30', '2026-11-23T03:30'],
    ['more on a working day than on a Sunday', '2026-11-23T10:30', '2026-11-22T10:30'],
  ])('%s', (_, more, less) => {
    expect(expectedPosts(at(more), false)).toBeGreaterThan(expectedPosts(at(less), false))
  })

  it('is more in a season', () => {
    expect(expectedPosts(at('2026-11-23T10:30'), true)).toBeCloseTo(
      1.6 * expectedPosts(at('2026-11-23T10:30'), false),
    )
  })
})

describe('growth', () => {
  it.each([
    ['one post', { posts: 1, platforms: 1 }, 0, 'growth'],
    ['five posts', { posts: 5, platforms: 1 }, 0, 'growth'],
    ['six posts where half a post is usual', { posts: 6, platforms: 1 }, 1, 'growth'],
    ['twenty-five', { posts: 25, platforms: 2 }, 2, 'growth'],
    ['a hundred', { posts: 100, platforms: 3 }, 3, 'growth'],
    ['three posts on three platforms', { posts: 3, platforms: 3 }, 1, 'reach'],
  ])('%s', (_, seen, level, rule) => {
    expect(judgeSpread({ ...seen, expected: 0.5 })).toMatchObject({
      level,
      reason: { rule, posts: seen.posts },
    })
  })

  it('is not where as many are usual', () => {
    expect(judgeSpread({ posts: 12, platforms: 1, expected: 10 }).level).toBe(0)
  })

  it('is never less with more posts, and never more where more is usual', () => {
    const seen = fc.record({
      posts: fc.nat(400),
      platforms: fc.nat(5),
      expected: fc.double({ min: 0.05, max: 50, noNaN: true }),
    })
    fc.assert(
      fc.property(seen, fc.nat(50), (one, more) => {
        const { level } = judgeSpread(one)
        expect(judgeSpread({ ...one, posts: one.posts + more }).level).toBeGreaterThanOrEqual(level)
        expect(judgeSpread({ ...one, expected: one.expected + more }).level).toBeLessThanOrEqual(level)
      }),
    )
  })
})

describe('the chance of so many or more', () => {
  it.each([
    [0, 2, 1],
    [1, 2, 1 - Math.exp(-2)],
    [3, 1, 1 - Math.exp(-1) * (1 + 1 + 0.5)],
  ])('of %i where %i is usual', (count, mean, chance) => {
    expect(10 ** poissonTailLog10(count, mean)).toBeCloseTo(chance, 9)
  })
})
