import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOffSeconds, type FailureClass, failureClassOf } from './failure.ts'

const answered = (status: number) => ({ code: 'http_status', status })
const met = (code: string) => ({ code, status: null })

describe('a failure', () => {
  it.each<[string, { code: string; status: number | null }, number, FailureClass]>([
    ['a slow answer', met('timed_out'), 1, 'soft'],
    ['a broken line', met('connection_failed'), 30, 'soft'],
    ['500', answered(500), 1, 'soft'],
    ['503', answered(503), 50, 'soft'],
    ['a name nobody knows', met('dns_failed'), 1, 'temporary'],
    ['a bad certificate', met('tls_failed'), 1, 'temporary'],
    ['429', answered(429), 1, 'temporary'],
    ['401', answered(401), 1, 'temporary'],
    ['403', answered(403), 9, 'temporary'],
    ['404 once', answered(404), 1, 'temporary'],
    ['404 for the fifth time', answered(404), 5, 'hard'],
    ['410', answered(410), 1, 'hard'],
    ['a page instead of a feed', met('not_a_feed'), 9, 'soft'],
    ['a page instead of a feed for the tenth time', met('not_a_feed'), 10, 'hard'],
    ['a private address', met('address_refused'), 1, 'hard'],
    ['robots.txt forbids it', met('robots_disallowed'), 1, 'hard'],
    ['robots.txt cannot be read', met('robots_unreachable'), 1, 'temporary'],
    ['something nobody has thought of', met('no_such_code'), 1, 'soft'],
  ])('%s (strike and class)', (_, failure, strikes, kind) => {
    expect(failureClassOf(failure, strikes)).toBe(kind)
  })
})

describe('the next attempt', () => {
  const pace = { paceSeconds: 300, retryAfterSeconds: null }
  it.each<[string, FailureClass, number, { paceSeconds: number; retryAfterSeconds: number | null }, number]>([
    ['after a first slip comes at the ordinary pace', 'soft', 1, pace, 300],
    ['after a second slip waits twice as long', 'soft', 2, pace, 600],
    ['after many slips waits eight times as long', 'soft', 99, pace, 2_400],
    ['after slips waits no longer than an hour', 'soft', 4, { ...pace, paceSeconds: 1_800 }, 3_600],
    ['of a slow source keeps its pace', 'soft', 4, { ...pace, paceSeconds: 9_000 }, 9_000],
    ['after trouble waits ten minutes', 'temporary', 1, pace, 600],
    ['after trouble waits twice as long each time', 'temporary', 3, pace, 2_400],
    ['after lasting trouble waits a day', 'temporary', 40, pace, 86_400],
    ['of what will not heal waits a day', 'hard', 1, pace, 86_400],
    ['waits as long as the server asks', 'temporary', 1, { ...pace, retryAfterSeconds: 7_200 }, 7_200],
    ['waits no shorter for a server that asks little', 'soft', 1, { ...pace, retryAfterSeconds: 1 }, 300],
    [
      'waits no longer than a day for one that asks a year',
      'soft',
      1,
      { ...pace, retryAfterSeconds: 31_536_000 },
      86_400,
    ],
  ])('%s', (_, kind, strikes, given, seconds) => {
    expect(backOffSeconds(kind, strikes, given)).toBe(seconds)
  })

  it('never comes sooner for one more strike, and always within a day', () => {
    const kinds = fc.constantFrom<FailureClass>('soft', 'temporary', 'hard')
    fc.assert(
      fc.property(
        kinds,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 5, max: 86_400 }),
        (kind, n, s) => {
          const wait = (strikes: number) =>
            backOffSeconds(kind, strikes, { paceSeconds: s, retryAfterSeconds: null })
          expect(wait(n + 1)).toBeGreaterThanOrEqual(wait(n))
          expect(wait(n)).toBeLessThanOrEqual(86_400)
          expect(wait(n)).toBeGreaterThanOrEqual(Math.min(s, 86_400))
        },
      ),
    )
  })
})
