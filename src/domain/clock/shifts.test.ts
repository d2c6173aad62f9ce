import { describe, expect, it } from 'vitest'
import { hoursProblem, shiftEnd, shiftEndAfterHandover } from './shifts.ts'

const shifts = [
  { key: 'day', from: '08:30', to: '17:30' },
  { key: 'night', from: '17:30', to: '08:30' },
]

describe('the end of a shift', () => {
  it.each([
    ['by day is half past five', '2026-11-23T14:00:00+08:00', '2026-11-23T17:30:00+08:00'],
    ['in the evening is the next morning', '2026-11-23T20:00:00+08:00', '2026-11-24T08:30:00+08:00'],
    ['after midnight is this morning', '2026-11-24T03:00:00+08:00', '2026-11-24T08:30:00+08:00'],
    ['at the very end belongs to the next shift', '2026-11-23T17:30:00+08:00', '2026-11-24T08:30:00+08:00'],
    ['a second before it is now', '2026-11-23T17:29:59+08:00', '2026-11-23T17:30:00+08:00'],
  ])('%s', (_, at, end) => {
    expect(shiftEnd(new Date(at), shifts)).toEqual(new Date(end))
  })

  it.each([
    ['just before the end is the next shift’s', '2026-11-23T17:10:00+08:00', '2026-11-24T08:30:00+08:00'],
    ['in the middle stays in the shift', '2026-11-23T14:00:00+08:00', '2026-11-23T17:30:00+08:00'],
  ])('of what a colleague takes %s', (_, at, end) => {
    expect(shiftEndAfterHandover(new Date(at), (then) => shiftEnd(then, shifts))).toEqual(new Date(end))
  })
})

describe('the hours of the house', () => {
  it.each([
    ['day and night are a whole day', ['08:30-17:30', '17:30-08:30'], null],
    ['three shifts are', ['08:00-16:00', '16:00-00:00', '00:00-08:00'], null],
    ['one shift from morning to morning is', ['08:30-08:30'], null],
    ['an hour without anybody is not', ['08:30-17:30', '18:30-08:30'], 'hours_not_whole'],
    ['two that overlap are not', ['08:30-17:30', '17:00-08:30'], 'hours_not_whole'],
    ['no shift at all is not', [], 'hours_missing'],
  ])('%s', (_, written, problem) => {
    const hours = written.map((one, at) => ({ key: `s${at}`, from: one.slice(0, 5), to: one.slice(6) }))
    expect(hoursProblem(hours)).toBe(problem)
  })
})
