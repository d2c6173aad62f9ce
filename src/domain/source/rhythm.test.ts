import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourOfWeek } from '#domain/clock/shanghai.ts'
import { heardHours } from './heard-hours.ts'
import { expectedBetween, type HeardHour, learnHours, noRhythm, weeklyItems } from './rhythm.ts'
import { silenceOf, silenceProbability } from './silence.ts'

const hourMs = 3_600_000
/** Monday 00:00 in Jiaxing. */
const monday = new Date('2026-10-25T16:00:00Z')
const hourAt = (hours: number) => new Date(monday.getTime() + hours * hourMs)

/** A forum that speaks from 8 to 22 o’clock. */
const byDay = (start: Date, perHour = 2): HeardHour => {
  const hour = hourOfWeek(start) % 24
  return { start, posts: hour >= 8 && hour < 22 ? perHour : 0, listened: true }
}
const weeks = (count: number, hear = byDay) =>
  learnHours(
    noRhythm,
    Array.from({ length: count * 168 }, (_, at) => hear(hourAt(at))),
  )
const atShanghai = (day: number, hour: number) => hourAt(4 * 168 + day * 24 + hour)

describe('a rhythm', () => {
  it('begins its week on Monday at midnight in Jiaxing', () => {
    expect([hourOfWeek(monday), hourOfWeek(hourAt(167)), hourOfWeek(hourAt(168))]).toEqual([0, 167, 0])
  })

  it('knows an ordinary week after some', () => {
    expect(weeklyItems(weeks(4))).toBeCloseTo(7 * 14 * 2)
  })

  it('expects nothing at night and what is usual by day', () => {
    const rhythm = weeks(4)
    expect(expectedBetween(rhythm, atShanghai(0, 23), atShanghai(1, 7))).toBeCloseTo(0)
    expect(expectedBetween(rhythm, atShanghai(1, 9), atShanghai(1, 12))).toBeCloseTo(6)
  })

  it('forgets: a forum that fell to a tenth is believed within weeks', () => {
    const before = weeks(8)
    const lately = Array.from({ length: 8 * 168 }, (_, at) => byDay(hourAt(at), 0.2))
    const now = weeklyItems(learnHours(before, lately))
    expect(now).toBeLessThan(0.4 * weeklyItems(before))
    expect(now).toBeGreaterThan(0.1 * weeklyItems(before))
  })

  it('learns nothing from hours in which we could not hear', () => {
    const deaf = Array.from({ length: 168 }, (_, at) => ({ start: hourAt(at), posts: 0, listened: false }))
    expect(weeklyItems(learnHours(weeks(4), deaf))).toBeCloseTo(weeklyItems(weeks(4)))
  })

  it('expects of two spans together what it expects of each', () => {
    const rhythm = weeks(2)
    const span = fc.integer({ min: 0, max: 1_000 * 60 })
    fc.assert(
      fc.property(span, span, (first, second) => {
        const middle = new Date(monday.getTime() + first * 60_000)
        const end = new Date(middle.getTime() + second * 60_000)
        const parts = expectedBetween(rhythm, monday, middle) + expectedBetween(rhythm, middle, end)
        expect(expectedBetween(rhythm, monday, end)).toBeCloseTo(parts, 5)
      }),
    )
  })
})

describe('the silence alarm', () => {
  const rhythm = weeks(4)
  const quietSince = (since: Date, now: Date) => silenceOf(rhythm, { since, now }) !== null

  it.each([
    ['a lunch hour', atShanghai(1, 11), atShanghai(1, 13), false],
    ['a whole night', atShanghai(1, 21.5), atShanghai(2, 8.5), false],
    ['since noon, at eight in the evening', atShanghai(1, 12), atShanghai(1, 20), true],
    ['since noon, at midnight: nobody is woken', atShanghai(1, 12), atShanghai(2, 0), false],
    ['since noon, the next morning at nine', atShanghai(1, 12), atShanghai(2, 9), true],
    ['since a minute ago', atShanghai(1, 12), new Date(atShanghai(1, 12).getTime() + 60_000), false],
    ['for a whole month', atShanghai(1, 12), atShanghai(29, 12), true],
  ])('%s', (_, since, now, alarm) => {
    expect(quietSince(since, now)).toBe(alarm)
  })

  it('allows a forum the silences it came back from by itself', () => {
    const restful = weeks(4, (start) => {
      const usual = byDay(start)
      // Every Wednesday its people are away for the day.
      return hourOfWeek(start) >= 48 && hourOfWeek(start) < 72 && start > hourAt(168)
        ? { ...usual, posts: 0 }
        : usual
    })
    const wednesday = silenceOf(restful, { since: atShanghai(1, 21.9), now: atShanghai(2, 20) })
    const twoDays = silenceOf(restful, { since: atShanghai(1, 21.9), now: atShanghai(4, 12) })
    expect([wednesday, twoDays === null]).toEqual([null, false])
  })

  it('takes an outage for no habit', () => {
    const outage = weeks(8, (start) => ({
      ...byDay(start),
      posts: start < hourAt(600) || start > hourAt(900) ? byDay(start).posts : 0,
    }))
    const later = hourAt(8 * 168 + 36)
    expect(silenceOf(outage, { since: later, now: new Date(later.getTime() + 72 * hourMs) })).not.toBeNull()
  })

  it.each([
    ['evenly', 48, 0, 1],
    ['in bursts', 48, 0.8, 12],
    ['in great bursts', 48, 1.3, 20],
    ['in bursts, and much', 400, 0.8, 12],
    ['in bursts, and little', 8, 0.8, 4],
  ])('is false at most some times in a year of a forum that speaks %s', (_, perDay, spread, most) => {
    expect(alarmsInAYear(perDay, spread)).toBeLessThanOrEqual(most)
  })

  it('says what was due and how seldom it happens', () => {
    const silence = silenceOf(rhythm, { since: atShanghai(1, 9), now: atShanghai(1, 19) })
    expect(silence?.expected).toBeCloseTo(20)
    expect(silence?.probability).toBeCloseTo(silenceProbability(20))
    expect(silence?.probability).toBeLessThan(0.005)
  })

  it.each([
    ['a source hardly learnt', weeks(4, (start) => ({ ...byDay(start), listened: start < hourAt(48) }))],
    [
      'a source that says little',
      weeks(4, (start) => ({ start, posts: hourOfWeek(start) === 12 ? 1 : 0, listened: true })),
    ],
  ])('is not raised for %s', (_, little) => {
    expect(silenceOf(little, { since: atShanghai(0, 0), now: atShanghai(1, 12) })).toBeNull()
  })

  it('is the less probable the more was due', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (due, more) => {
          expect(silenceProbability(due + more)).toBeLessThan(silenceProbability(due))
          expect(silenceProbability(due)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('hours listened to', () => {
  const noted = [
    { hour: hourAt(1), seen: 5, polls: 4 },
    { hour: hourAt(4), seen: 2, polls: 1 },
  ]
  it('of a source that sends by itself are all', () => {
    const heard = heardHours(noted, { from: hourAt(0), to: hourAt(5), reachSeconds: null })
    expect(heard.map(({ posts, listened }) => [posts, listened])).toEqual([
      [0, true],
      [5, true],
      [0, true],
      [0, true],
      [2, true],
    ])
  })

  it('of a polled one are those a poll reaches back to', () => {
    const heard = heardHours(noted, { from: hourAt(0), to: hourAt(6), reachSeconds: 3_600 })
    expect(heard.map(({ listened }) => listened)).toEqual([true, true, false, true, true, false])
  })

  it('are at most four weeks, and only whole ones', () => {
    const long = heardHours([], { from: hourAt(0), to: hourAt(9_999.5), reachSeconds: null })
    expect(long).toHaveLength(28 * 24)
  })
})

/** A made-up year: days and hours are more or less talkative at random, always by the same dice. */
function alarmsInAYear(perDay: number, spread: number): number {
  const dice = seededDice(20_261_123)
  let [rhythm, alarms, told, last, day] = [noRhythm, 0, false, monday.getTime(), 1]
  for (let hour = 0; hour < 365 * 24; hour++) {
    const start = hourAt(hour)
    const ofDay = hour % 24
    if (ofDay === 0) day = talkative(dice, 0.7 * spread)
    const usual = ((ofDay >= 8 && ofDay < 23 ? 1 : 0.02) * perDay) / 15
    const posts = poisson(dice, usual * day * talkative(dice, spread))
    const known = rhythm
    const times = Array.from({ length: posts }, () => start.getTime() + hourMs * dice()).sort((a, b) => a - b)
    for (const at of [...times, start.getTime() + hourMs]) {
      if (!told && silenceOf(known, { since: new Date(last), now: new Date(at) })) {
        alarms += 1
        told = true
      }
      if (at >= start.getTime() + hourMs) continue
      last = at
      told = false
    }
    rhythm = learnHours(rhythm, [{ start, posts, listened: true }])
  }
  return alarms
}

function seededDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A factor around one, log-normal. */
function talkative(dice: () => number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(dice() + 1e-12)) * Math.cos(2 * Math.PI * dice())
  return Math.exp(spread * normal - spread ** 2 / 2)
}

function poisson(dice: () => number, mean: number): number {
  let [count, part, sum] = [0, Math.exp(-mean), Math.exp(-mean)]
  const thrown = dice()
  while (thrown > sum && count < 500) {
    count += 1
    part *= mean / count
    sum += part
  }
  return count
}
