import type { Turn } from './turn.ts'

/** A time in which an agency that keeps a roster has nobody on. */
export type Gap = { agency: string; from: Date; to: Date }

/** Where the turns of one agency leave the time between two instants uncovered, the first first. */
export function gapsOf(turns: readonly Turn[], agency: string, from: Date, to: Date): Gap[] {
  const own = turns
    .filter((one) => one.agency === agency && one.endsAt > from && one.startsAt < to)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const gaps: Gap[] = []
  let covered = from
  for (const { startsAt, endsAt } of own) {
    if (startsAt > covered) gaps.push({ agency, from: covered, to: startsAt })
    if (endsAt > covered) covered = endsAt
  }
  if (covered < to) gaps.push({ agency, from: covered, to })
  return gaps
}

/** A roster that names nobody so long before and after is not kept any more, or not yet. */
export const keptWithinDays = 8

/** Agencies whose roster is kept at this time, in the order they first appear. */
export function rosteredAgencies(turns: readonly Turn[], at: Date): string[] {
  const within = keptWithinDays * 86_400_000
  const near = turns.filter(
    ({ startsAt, endsAt }) =>
      endsAt.getTime() > at.getTime() - within && startsAt.getTime() < at.getTime() + within,
  )
  return [...new Set(near.map(({ agency }) => agency))]
}
