import { describe, expect, it } from 'vitest'
import { elapsed } from './elapsed.ts'
import { clockMinutes, clockSeconds } from './shanghai.ts'
import { timeLeft } from './time-left.ts'

/** 2026-11-23 14:05:32 in Jiaxing. */
const now = Date.parse('2026-11-23T06:05:32Z')
const dueIn = (seconds: number) => now + seconds * 1000

describe('how a deadline reads', () => {
  it.each([
    ['under an hour', dueIn(41 * 60 + 8), false, { form: 'minutes', text: '41:08' }],
    ['one second before the hour', dueIn(3599), false, { form: 'minutes', text: '59:59' }],
    ['at the second it is due', dueIn(0), false, { form: 'minutes', text: '00:00' }],
    ['an hour or more', dueIn(96 * 60), false, { form: 'hours', hours: 1, minutes: '36' }],
    ['hours keep two figures of minutes', dueIn(185 * 60), false, { form: 'hours', hours: 3, minutes: '05' }],
    ['a clock time as deadline', '2026-11-23T08:30:00Z', true, { form: 'clock', text: '16:30' }],
    ['tomorrow', '2026-11-24T05:58:00Z', false, { form: 'tomorrow', text: '13:58' }],
    ['a later day', '2026-11-30T05:58:00Z', false, { form: 'date', month: 11, day: 30 }],
    ['overdue counts up', dueIn(-85), false, { form: 'over', text: '+01:25' }],
    ['overdue by hours has units', dueIn(-3900), false, { form: 'over_hours', hours: 1, minutes: '05' }],
  ] as const)('%s', (_name, dueAt, asClock, expected) => {
    expect(timeLeft(dueAt, now, asClock)).toEqual(expected)
  })

  it('keeps counting minutes across midnight when less than an hour is left', () => {
    const lateEvening = Date.parse('2026-11-23T15:50:00Z')
    expect(timeLeft('2026-11-23T16:20:00Z', lateEvening)).toEqual({ form: 'minutes', text: '30:00' })
  })
})

describe('the clock of Jiaxing', () => {
  it('is eight hours ahead of UTC, also past midnight', () => {
    expect(clockSeconds('2026-11-23T06:05:32Z')).toBe('14:05:32')
    expect(clockMinutes('2026-11-23T17:03:00Z')).toBe('01:03')
  })
})

describe('age', () => {
  it.each([
    [3, 'seconds', 3],
    [59, 'seconds', 59],
    [26 * 60 + 30, 'minutes', 26],
    [7200, 'hours', 2],
    [200_000, 'days', 2],
    [-5, 'seconds', 0],
  ] as const)('%d seconds', (seconds, unit, count) => {
    expect(elapsed(now - seconds * 1000, now)).toEqual({ unit, count })
  })
})
