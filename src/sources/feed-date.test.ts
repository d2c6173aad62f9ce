import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlausible, readDate } from './feed-date.ts'

describe('a date, however it is written', () => {
  it.each([
    ['Mon, 05 Jan 2026 12:30:00 +0800', '2026-01-05T04:30:00.000Z'],
    ['Mon, 05 Jan 2026 12:30:00 GMT', '2026-01-05T12:30:00.000Z'],
    ['5 Jan 26 12:30 EST', '2026-01-05T17:30:00.000Z'],
    ['Mon, 05 January 2026 12:30:00 CST', '2026-01-05T18:30:00.000Z'],
    ['Thu,01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21.000Z'],
    ['Tue, 08-Sept-2026 10:00:00 Z', '2026-09-08T10:00:00.000Z'],
    ['2026-01-05T12:30:00Z', '2026-01-05T12:30:00.000Z'],
    ['2026-01-05T12:30:00.401+08:00', '2026-01-05T04:30:00.401Z'],
    ['2026-01-05T12:30+0800', '2026-01-05T04:30:00.000Z'],
    ['2026-01-05 12:30:00', '2026-01-05T04:30:00.000Z'],
    ['2026/1/5 9:05', '2026-01-05T01:05:00.000Z'],
    ['2026年1月5日 12:30', '2026-01-05T04:30:00.000Z'],
    ['2026年1月5日12时30分15秒', '2026-01-05T04:30:15.000Z'],
    ['2026年1月5日 下午3:20', '2026-01-05T07:20:00.000Z'],
    ['2026-01-05', '2026-01-05T00:00:00.000Z'],
    ['20260105123000', '2026-01-05T04:30:00.000Z'],
    ['Mon Jan 05 12:30:00 CST 2026', '2026-01-05T04:30:00.000Z'],
    ['January 5, 2026 3:20 PM', '2026-01-05T07:20:00.000Z'],
    ['Mon Jan 05 2026 12:30:00 GMT+0800 (China Standard Time)', '2026-01-05T04:30:00.000Z'],
    ['1767587400', '2026-01-05T04:30:00.000Z'],
    ['1767587400000', '2026-01-05T04:30:00.000Z'],
  ])('%s', (written, iso) => {
    expect(readDate(written)?.toISOString()).toBe(iso)
  })

  it.each([
    '',
    'yesterday',
    '昨天',
    '2026-02-30',
    '2026-13-01',
    '31 Apr 2026 10:00:00 GMT',
    '99:99',
    '12',
    'x'.repeat(5000),
  ])('%s is no date', (written) => {
    expect(readDate(written)).toBeNull()
  })

  it('never throws and never gives an invalid date', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (written) => {
        const date = readDate(written)
        expect(date === null || !Number.isNaN(date.getTime())).toBe(true)
      }),
    )
  })
})

describe('a date no living message bears', () => {
  const now = new Date('2026-10-01T00:00:00Z')

  it.each([
    ['1970-01-01T00:00:00Z', false],
    ['1999-12-31T23:59:59Z', false],
    ['2000-01-01T00:00:00Z', true],
    ['2026-10-01T23:00:00Z', true],
    ['2026-10-02T00:00:01Z', false],
    ['2099-01-01T00:00:00Z', false],
  ])('%s: %s', (iso, plausible) => {
    expect(isPlausible(new Date(iso), now)).toBe(plausible)
  })
})
