/** What one successful poll brought. */
export type PollCatch = {
  /** Items not seen before. */
  fresh: number
  items: number
}

export type PaceReason =
  | 'first_reading'
  | 'news_often'
  | 'news_seldom'
  | 'news_now_and_then'
  | 'publisher_asks'
  | 'hub_pushes'

export type Pace = {
  /** Until the next poll. */
  seconds: number
  reason: PaceReason
  /** Polls that brought news, of the last ones looked at. */
  withNews: number
  of: number
}

export type PaceQuestion = {
  /** The pace until now; null before the first reading. */
  seconds: number | null
  /** The latest polls, newest last. */
  recent: readonly PollCatch[]
  /** A person wants the source asked at least this often, in seconds. */
  wishSeconds: number
  /** The publisher wants to be asked no more often than this (ttl, sy:updatePeriod). */
  publisherSeconds: number | null
  /** A hub has proven that it pushes what appears; polling is the safety net. */
  pushed: boolean
}

export const fastestPaceSeconds = 30
export const slowestPaceSeconds = 24 * 3_600
const firstPaceSeconds = 300
/** Polls looked back on; fewer make no rule. */
const looksBack = 4
const shortestSafetyNetSeconds = 900

/**
 * How long until a source is asked again: twice as often while nearly every poll brings news, half as slowly again
 * while none does, so that about every second poll finds something. Never slower than a person wishes, save that a
 * pushing hub makes polling a safety net.
 */
export function paceOf(question: PaceQuestion): Pace {
  const { recent, wishSeconds, publisherSeconds, pushed } = question
  const last = recent.slice(-looksBack)
  const withNews = last.filter(({ fresh }) => fresh > 0).length
  const counted = { withNews, of: last.length }
  const slowest = Math.min(wishSeconds, slowestPaceSeconds)
  if (pushed) {
    const seconds = clamp(6 * slowest, shortestSafetyNetSeconds, slowestPaceSeconds)
    return { seconds, reason: 'hub_pushes', ...counted }
  }
  const fastest = Math.min(fastestPaceSeconds, slowest)
  const moved = movedPace(question.seconds, withNews, last.length)
  const wanted = clamp(moved.seconds, fastest, slowest)
  const asked = Math.min(publisherSeconds ?? 0, slowest)
  if (asked > wanted) return { seconds: asked, reason: 'publisher_asks', ...counted }
  return { seconds: wanted, reason: moved.reason, ...counted }
}

function movedPace(
  seconds: number | null,
  withNews: number,
  of: number,
): { seconds: number; reason: PaceReason } {
  if (seconds === null || of === 0) return { seconds: firstPaceSeconds, reason: 'first_reading' }
  if (of < looksBack) return { seconds, reason: 'news_now_and_then' }
  if (withNews >= looksBack - 1) return { seconds: Math.floor(seconds / 2), reason: 'news_often' }
  if (withNews === 0) return { seconds: Math.ceil(seconds * 1.5), reason: 'news_seldom' }
  return { seconds, reason: 'news_now_and_then' }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
