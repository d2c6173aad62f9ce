import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PaceQuestion, paceOf, slowestPaceSeconds } from './pace.ts'

const news = { fresh: 3, items: 20 }
const none = { fresh: 0, items: 20 }
const question: PaceQuestion = {
  seconds: 300,
  recent: [none, news, none, news],
  wishSeconds: 3_600,
  publisherSeconds: null,
  pushed: false,
}

describe('the pace of a source', () => {
  it.each<[string, Partial<PaceQuestion>, number, string]>([
    ['starts at five minutes', { seconds: null, recent: [] }, 300, 'first_reading'],
    [
      'starts faster where a person wishes',
      { seconds: null, recent: [], wishSeconds: 60 },
      60,
      'first_reading',
    ],
    ['stays while about every second poll brings news', {}, 300, 'news_now_and_then'],
    ['doubles while nearly every poll brings news', { recent: [news, none, news, news] }, 150, 'news_often'],
    ['never exceeds twice a minute', { seconds: 40, recent: [news, news, news, news] }, 30, 'news_often'],
    ['eases while no poll brings news', { recent: [none, none, none, none] }, 450, 'news_seldom'],
    ['looks at the last polls only', { recent: [news, news, none, none, none, none] }, 450, 'news_seldom'],
    ['makes no rule of two polls', { recent: [none, none] }, 300, 'news_now_and_then'],
    [
      'never falls below the wish',
      { seconds: 3_000, recent: [none, none, none, none] },
      3_600,
      'news_seldom',
    ],
    [
      'never falls below once a day',
      { seconds: 80_000, recent: [none, none, none, none], wishSeconds: 999_999 },
      86_400,
      'news_seldom',
    ],
    ['keeps a wish of five seconds (the drill)', { seconds: 5, wishSeconds: 5 }, 5, 'news_now_and_then'],
    [
      'gives way to the publisher',
      { seconds: 60, recent: [news, news, news, news], publisherSeconds: 1_800 },
      1_800,
      'publisher_asks',
    ],
    [
      'gives way to the publisher only as far as a person wishes',
      { publisherSeconds: 86_400, wishSeconds: 600 },
      600,
      'publisher_asks',
    ],
    ['is a safety net where a hub pushes', { pushed: true }, 21_600, 'hub_pushes'],
    [
      'is no faster than a quarter of an hour where a hub pushes',
      { pushed: true, wishSeconds: 5 },
      900,
      'hub_pushes',
    ],
  ])('%s', (_, more, seconds, reason) => {
    expect(paceOf({ ...question, ...more })).toMatchObject({ seconds, reason })
  })

  const poll = fc.record({ fresh: fc.nat(50), items: fc.constant(50) })
  const wish = fc.integer({ min: 5, max: 86_400 })

  it('keeps its bounds whatever comes', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 200_000 })),
        fc.array(poll, { maxLength: 12 }),
        wish,
        fc.option(fc.integer({ min: 1, max: 1_000_000 })),
        (seconds, recent, wishSeconds, publisherSeconds) => {
          const pace = paceOf({ seconds, recent, wishSeconds, publisherSeconds, pushed: false })
          expect(pace.seconds).toBeLessThanOrEqual(Math.min(wishSeconds, slowestPaceSeconds))
          expect(pace.seconds).toBeGreaterThanOrEqual(Math.min(30, wishSeconds))
        },
      ),
    )
  })

  it('settles where about half of the polls find something', () => {
    // A source with one item every ten minutes, asked for a day.
    let seconds: number | null = null
    const recent: { fresh: number; items: number }[] = []
    let [now, heardUntil, polls, withNews] = [0, 0, 0, 0]
    while (now < 86_400) {
      const fresh: number = Math.floor(now / 600) - Math.floor(heardUntil / 600)
      heardUntil = now
      polls += 1
      if (fresh > 0) withNews += 1
      recent.push({ fresh, items: 20 })
      seconds = paceOf({ ...question, seconds, recent, wishSeconds: 86_400 }).seconds
      now += seconds
    }
    expect(withNews / polls).toBeGreaterThan(0.3)
    expect(withNews / polls).toBeLessThan(0.9)
    expect(polls).toBeLessThan(86_400 / 150)
  })
})
