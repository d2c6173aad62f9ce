import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterWorkingDays, isWorkingDay, type WorkingCalendar } from './working-days.ts'

/** The last weeks of 2026 are announced, 2027 is not. */
const calendar: WorkingCalendar = {
  version: 1,
  noticed: new Set([2026]),
  days: new Map([
    ['2026-10-01', 'rest'],
    ['2026-10-02', 'rest'],
    ['2026-10-05', 'rest'],
    ['2026-10-06', 'rest'],
    ['2026-10-07', 'rest'],
    ['2026-10-10', 'work'],
    ['2027-01-01', 'rest'],
  ]),
}
const at = (clock: string, day: string) => new Date(`${day}T${clock}:00+08:00`)

describe('a working day', () => {
  it.each<[string, string, boolean]>([
    ['a Wednesday', '2026-09-30', true],
    ['a Sunday', '2026-09-27', false],
    ['a Thursday off', '2026-10-01', false],
    ['a Saturday worked for it', '2026-10-10', true],
    ['the Saturday after', '2026-10-17', false],
  ])('%s', (_, day, worked) => {
    expect(isWorkingDay(calendar, day)).toBe(worked)
  })
})

describe('a period of working days', () => {
  it.each<[string, Date, number, Date, boolean]>([
    ['ends with office hours', at('09:00', '2026-09-28'), 1, at('17:30', '2026-09-29'), false],
    ['does not count the day it began', at('23:59', '2026-09-28'), 1, at('17:30', '2026-09-29'), false],
    [
      'begun just after midnight counts from that day',
      at('00:00', '2026-09-29'),
      1,
      at('17:30', '2026-09-30'),
      false,
    ],
    ['passes over the days off', at('09:00', '2026-09-30'), 1, at('17:30', '2026-10-08'), false],
    ['counts a Saturday that is worked', at('09:00', '2026-09-30'), 3, at('17:30', '2026-10-10'), false],
    [
      'begun on a day off counts from the first day worked',
      at('12:00', '2026-10-03'),
      2,
      at('17:30', '2026-10-09'),
      false,
    ],
    [
      'into a year without notice is provisional',
      at('09:00', '2026-12-30'),
      2,
      at('17:30', '2027-01-04'),
      true,
    ],
    ['that ends before New Year is not', at('09:00', '2026-12-30'), 1, at('17:30', '2026-12-31'), false],
  ])('%s', (_, since, days, dueAt, provisional) => {
    expect(afterWorkingDays(calendar, since, days)).toEqual({ dueAt, provisional })
  })

  it('of more days is never over earlier, and is always in the future', () => {
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (since, days) => {
        const { dueAt } = afterWorkingDays(calendar, since, days)
        expect(dueAt.getTime()).toBeGreaterThan(since.getTime())
        expect(afterWorkingDays(calendar, since, days + 1).dueAt.getTime()).toBeGreaterThan(dueAt.getTime())
      }),
    )
  })

  it('does not run for ever in a calendar that offers no working day', () => {
    const never: WorkingCalendar = { ...calendar, days: { get: () => 'rest' } as never }
    expect(() => afterWorkingDays(never, at('09:00', '2026-09-28'), 2)).toThrow(/no working day/)
  })
})
