import { shanghaiDay } from './shanghai.ts'

/** A window in which the offices work jointly and every grade is read one higher. */
export type Season = { key: string; from: string; to: string; lift: number }

/** First day counts as day 1; null outside every window. */
export function seasonOn(
  at: Date,
  seasons: readonly Season[],
): { key: string; day: number; lift: number } | null {
  const today = shanghaiDay(at)
  const open = seasons.find((season) => season.from <= today && today <= season.to)
  if (!open) return null
  const days = (Date.parse(today) - Date.parse(open.from)) / 86_400_000
  return { key: open.key, day: days + 1, lift: open.lift }
}
