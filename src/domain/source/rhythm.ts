import { hourOfWeek } from '#domain/clock/shanghai.ts'

/** How a source usually speaks, by hour of the week (0 is Monday 00:00 in Asia/Shanghai), the past fading. */
export type Rhythm = {
  /** Faded number of items per hour of the week. */
  posts: readonly number[]
  /** Faded number of such hours in which it was listened to. */
  hours: readonly number[]
  /** Items the present gap would have held, in whole hours without any. */
  gap: number
  /** The widest gap it came back from by itself, in items it would have held; fading. */
  widestGap: number
}

/** What one hour brought; `listened` is false while we could not hear it. */
export type HeardHour = { start: Date; posts: number; listened: boolean }

export const hoursOfWeek = 168
/** Each week counts for this much less than the next, so that half of what is known is four weeks old. */
const fadedPerWeek = 0.5 ** (1 / 4)
/** The same hour of other days stands in for an hour of the week little known, as if heard so often. */
const standInHours = 2

/** A wide gap is half forgotten after eight weeks listened to. */
const gapFadedPerHour = 0.5 ** (1 / (8 * hoursOfWeek))
/** A gap wider than this was an outage, and no measure for the next. */
const widestGapMost = 40

export const noRhythm: Rhythm = {
  posts: Array(hoursOfWeek).fill(0),
  hours: Array(hoursOfWeek).fill(0),
  gap: 0,
  widestGap: 0,
}

/** The rhythm after some more whole hours, in their order. */
export function learnHours(rhythm: Rhythm, heard: readonly HeardHour[]): Rhythm {
  const posts = [...rhythm.posts]
  const hours = [...rhythm.hours]
  let { gap, widestGap } = rhythm
  for (const { start, posts: brought, listened } of heard) {
    if (!listened) continue
    const at = hourOfWeek(start)
    widestGap *= gapFadedPerHour
    if (brought > 0) widestGap = Math.max(widestGap, Math.min(gap, widestGapMost))
    gap = brought > 0 ? 0 : gap + expectedInHour({ posts, hours }, at)
    posts[at] = (posts[at] ?? 0) * fadedPerWeek + brought
    hours[at] = (hours[at] ?? 0) * fadedPerWeek + 1
  }
  return { posts, hours, gap, widestGap }
}

/** Items expected in one whole hour of the week. */
export function expectedInHour(rhythm: Pick<Rhythm, 'posts' | 'hours'>, at: number): number {
  const known = rhythm.hours[at] ?? 0
  const standIn = rateOfDayHour(rhythm, at % 24)
  return ((rhythm.posts[at] ?? 0) + standInHours * standIn) / (known + standInHours)
}

/** Items its rhythm would bring between two instants. */
export function expectedBetween(rhythm: Rhythm, from: Date, to: Date): number {
  let expected = 0
  let at = from.getTime()
  // Whole weeks are alike, so that a year of silence costs no more than a week.
  const weeks = Math.floor((to.getTime() - at) / weekMs)
  if (weeks > 0) {
    expected += weeks * weeklyItems(rhythm)
    at += weeks * weekMs
  }
  while (at < to.getTime()) {
    const next = Math.min(to.getTime(), (Math.floor(at / hourMs) + 1) * hourMs)
    expected += expectedInHour(rhythm, hourOfWeek(new Date(at))) * ((next - at) / hourMs)
    at = next
  }
  return expected
}

/** Items of an ordinary week. */
export function weeklyItems(rhythm: Rhythm): number {
  let items = 0
  for (let at = 0; at < hoursOfWeek; at++) items += expectedInHour(rhythm, at)
  return items
}

/** Faded items and hours in all: how much this rhythm rests on. */
export function learntFrom(rhythm: Rhythm): { posts: number; hours: number } {
  return { posts: sum(rhythm.posts), hours: sum(rhythm.hours) }
}

const hourMs = 3_600_000
const weekMs = hoursOfWeek * hourMs

function rateOfDayHour(rhythm: Pick<Rhythm, 'posts' | 'hours'>, hourOfDay: number): number {
  let posts = 0
  let hours = 0
  for (let at = hourOfDay; at < hoursOfWeek; at += 24) {
    posts += rhythm.posts[at] ?? 0
    hours += rhythm.hours[at] ?? 0
  }
  return hours > 0 ? posts / hours : 0
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
