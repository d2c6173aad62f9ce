import { hourOfWeek } from '#domain/clock/shanghai.ts'

/** How fast an incident's posts grow: 0 ordinary, 1 spreading, 2 fast, 3 very fast. */
export type SpreadLevel = 0 | 1 | 2 | 3

export type SpreadReason = {
  rule: 'growth' | 'reach'
  /** Posts seen, and posts expected, in the window. */
  posts: number
  expected: number
  platforms: number
}

export type Spread = { level: SpreadLevel; reason: SpreadReason }

/** Hours looked at. */
export const windowHours = 2
/** Public platforms within the window from which a claim has reached its public (domain notes §3.2). */
const reachPlatforms = 3

/** Posts in the window, and how unlikely so many must be (decimal logarithm), for each level. */
const levels: readonly { level: SpreadLevel; posts: number; chanceLog10: number }[] = [
  { level: 3, posts: 100, chanceLog10: -30 },
  { level: 2, posts: 25, chanceLog10: -12 },
  { level: 1, posts: 6, chanceLog10: -4 },
]

/** Judges growth against what an incident usually draws at this hour of the week and season. */
export function judgeSpread(seen: { posts: number; platforms: number; expected: number }): Spread {
  const { posts, platforms, expected } = seen
  const chance = poissonTailLog10(posts, expected)
  const grown = levels.find((one) => posts >= one.posts && chance <= one.chanceLog10)
  const reason = { posts, platforms, expected: Math.round(expected * 100) / 100 }
  if (grown) return { level: grown.level, reason: { rule: 'growth', ...reason } }
  const reached = platforms >= reachPlatforms
  return { level: reached ? 1 : 0, reason: { rule: reached ? 'reach' : 'growth', ...reason } }
}

/** Posts one incident draws in the window that ends now, by hour of the week and season. */
export function expectedPosts(now: Date, inSeason: boolean): number {
  let expected = 0
  for (let back = 0; back < windowHours; back += 1) {
    const at = new Date(now.getTime() - back * 3_600_000)
    const hour = hourOfWeek(at)
    const share = (shareByHour[hour % 24] ?? 0) / shareSum
    expected += postsPerDay * share * (hour >= saturday ? weekendFactor : 1)
  }
  return expected * (inSeason ? seasonFactor : 1)
}

/** What an ordinary incident draws on an ordinary working day; a setting, to be learnt once an office has a year of its own. */
const postsPerDay = 4
/** Few write before six; most after work. Index is the hour in Asia/Shanghai. */
const shareByHour = [2, 1, 1, 1, 1, 2, 3, 5, 7, 8, 8, 7, 7, 6, 6, 6, 6, 7, 8, 9, 9, 8, 6, 4]
const shareSum = shareByHour.reduce((sum, one) => sum + one)
/** First hour of the weekend, counted from Monday. */
const saturday = 5 * 24
const weekendFactor = 0.8
/** Before the new year, and before schools open, everybody writes more. */
const seasonFactor = 1.6

/** log10 of the chance that a Poisson count of this mean reaches `count` or more. */
export function poissonTailLog10(count: number, mean: number): number {
  if (count <= 0) return 0
  if (mean <= 0) return Number.NEGATIVE_INFINITY
  let logTerm = -mean + count * Math.log(mean) - logFactorial(count)
  const first = logTerm
  let sum = 1
  for (let at = count + 1; at < count + 1_000; at += 1) {
    logTerm += Math.log(mean) - Math.log(at)
    const share = Math.exp(logTerm - first)
    sum += share
    if (at > mean && share < 1e-12) break
  }
  return Math.min(0, (first + Math.log(sum)) / Math.LN10)
}

function logFactorial(count: number): number {
  let sum = 0
  for (let at = 2; at <= count; at += 1) sum += Math.log(at)
  return sum
}
