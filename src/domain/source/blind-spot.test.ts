import { expect, it } from 'vitest'
import { beforeDays, blindSpotOf, latelyDays, type Mentions } from './blind-spot.ts'
import { begunPerSecond, spreadWait } from './spread.ts'

const then = new Date('2026-10-01T00:00:00Z')
it.each<[string, Mentions, string]>([
  ['spoken of lately', { lately: 1, before: 90, lastAt: then }, 'heard'],
  ['spoken of often, and not lately', { lately: 0, before: 20, lastAt: then }, 'blind'],
  ['spoken of seldom, and not lately', { lately: 0, before: 5, lastAt: then }, 'quiet'],
  ['spoken of long ago', { lately: 0, before: 0, lastAt: then }, 'quiet'],
  ['never spoken of', { lately: 0, before: 0, lastAt: null }, 'never'],
])('a place %s', (_, mentions, hearing) => {
  expect(blindSpotOf(mentions).hearing).toBe(hearing)
})

it('expects of the days looked at what the days before brought', () => {
  expect(blindSpotOf({ lately: 0, before: beforeDays, lastAt: then }).expected).toBeCloseTo(latelyDays)
})

it.each([
  [0, 8],
  [100, 8],
  [300, 10],
  [3_000, 100],
])('of %i sources all overdue at most %i are begun in a second', (sources, begun) => {
  expect(begunPerSecond(sources)).toBe(begun)
})

it('moves a wait by at most a twentieth either way', () => {
  expect([0, 0.5, 1].map((part) => spreadWait(100, part))).toEqual([95, 100, 105])
})
