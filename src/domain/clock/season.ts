import { shanghaiDay } from './shanghai.ts'

/** What windows are for; their words are in `season.name`. */
export const seasonKeys = [
  'winter',
  'school',
  'two_sessions',
  'labour_day',
  'dragon_boat',
  'party_day',
  'mid_autumn',
  'national_day',
  'wuzhen_summit',
  'other',
] as const
export type SeasonKey = (typeof seasonKeys)[number]

/** A window in which the offices work jointly and every grade is read one higher. */
export type Season = {
  key: SeasonKey
  /** First and last day in Asia/Shanghai. */
  from: string
  to: string
  lift: number
  /** The product's own window, which the office has not confirmed. */
  byDefault?: boolean
}

/** Where windows overlap the higher lift counts, then the one that began first; day 1 is its first; null outside. */
export function seasonOn(
  at: Date,
  seasons: readonly Season[],
): { key: string; day: number; lift: number } | null {
  const today = shanghaiDay(at)
  const [open] = seasons
    .filter((season) => season.from <= today && today <= season.to)
    .toSorted((a, b) => b.lift - a.lift || a.from.localeCompare(b.from))
  if (!open) return null
  return { key: open.key, day: daysBetween(open.from, today) + 1, lift: open.lift }
}

export type SeasonsCode = 'season_backwards' | 'season_too_long' | 'season_twice'

/** A window longer than this would be no special time. */
const mostDays = 150

/** What is wrong with the windows, and with which (counted from 1); null when nothing is. */
export function seasonsProblem(
  seasons: readonly Season[],
): { code: SeasonsCode; details: { number: number } } | null {
  for (const [at, { key, from, to }] of seasons.entries()) {
    const told = (code: SeasonsCode) => ({ code, details: { number: at + 1 } })
    if (to < from) return told('season_backwards')
    if (daysBetween(from, to) >= mostDays) return told('season_too_long')
    const again = seasons.slice(0, at).some((one) => one.key === key && one.from <= to && from <= one.to)
    if (again) return told('season_twice')
  }
  return null
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
