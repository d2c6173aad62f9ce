import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourOf, nextShanghai, shanghaiDay, shanghaiMinutes } from './shanghai.ts'

/** China has had no summer time since 1992. */
const instant = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
})
const shown = (at: Date) =>
  Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]))

describe('Asia/Shanghai', () => {
  it('has the day and the minute that Intl shows, at any instant', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const { year, month, day, hour, minute } = shown(at)
        expect(shanghaiDay(at)).toBe(`${year}-${month}-${day}`)
        expect(shanghaiMinutes(at)).toBe(Number(hour) * 60 + Number(minute))
      }),
      { numRuns: 1_000 },
    )
  })

  it('shows the asked time next within one day, never now and never earlier', () => {
    fc.assert(
      fc.property(instant, fc.nat(23), fc.nat(59), (at, hour, minute) => {
        const next = nextShanghai(at, hour, minute)
        const waits = next.getTime() - at.getTime()
        expect(waits).toBeGreaterThan(0)
        expect(waits).toBeLessThanOrEqual(86_400_000)
        expect(shown(next)).toMatchObject({
          hour: String(hour).padStart(2, '0'),
          minute: String(minute).padStart(2, '0'),
        })
        expect(next.getTime() % 60_000).toBe(0)
      }),
    )
  })

  it.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-23', 23 * 60 + 59],
    ['2026-11-23T16:00:00.000Z', '2026-11-24', 0],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', 0],
  ])('turns the day at %s', (at, day, minutes) => {
    expect([shanghaiDay(new Date(at)), shanghaiMinutes(new Date(at))]).toEqual([day, minutes])
  })

  it('knows the start of the hour', () => {
    expect(hourOf(new Date('2026-11-23T06:59:59.999Z'))).toEqual(new Date('2026-11-23T06:00:00Z'))
    expect(hourOf(new Date('2026-11-23T07:00:00.000Z'))).toEqual(new Date('2026-11-23T07:00:00Z'))
  })
})
