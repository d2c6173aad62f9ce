import type { Range } from '#domain/post/post.ts'
import type { IncidentFacts } from './incident.ts'
import { namesEmployer, namesProject, sameEmployer, sameProject } from './same-name.ts'
import { placesApart } from './signs.ts'

export type Veto =
  | 'other_employer'
  | 'other_project'
  | 'other_place'
  | 'other_headcount'
  | 'other_amount'
  | 'other_period'

/**
 * Facts that say “not the same event”, however alike the words are; a mere kind of employer vetoes nothing.
 * @param named the two are held together by a name: places and single tellers then differ without contradiction.
 */
export function factVeto(a: IncidentFacts, b: IncidentFacts, named: boolean): Veto | null {
  if (differ(a.employer, b.employer, namesEmployer, sameEmployer)) return 'other_employer'
  if (differ(a.project, b.project, namesProject, sameProject)) return 'other_project'
  if (!named && placesApart(a.placeCode, b.placeCode)) return 'other_place'
  const oneOfMany = named && isFew(a) !== isFew(b)
  if (!oneOfMany && farApart(a.workers, b.workers, 3, 5)) return 'other_headcount'
  const far = farApart(a.amountYuan, b.amountYuan, named ? 3 : 2, 0)
  if (far && !(oneOfMany && shareFits(a, b))) return 'other_amount'
  if (farApart(a.months, b.months, 2, 2)) return 'other_period'
  return null
}

function differ(
  a: string | null,
  b: string | null,
  names: (name: string) => boolean,
  same: (a: string, b: string) => boolean,
): boolean {
  return Boolean(a && b && names(a) && names(b) && !same(a, b))
}

/** One or two, or nobody says how many: perhaps somebody who tells the own share of what a whole workforce is owed. */
function isFew({ workers }: IncidentFacts): boolean {
  return workers === null || (workers.max ?? workers.min) <= 2
}

/** What one says to be owed is about what each of the many is owed. */
function shareFits(a: IncidentFacts, b: IncidentFacts): boolean {
  const [x, y] = [perHead(a), perHead(b)]
  return x !== null && y !== null && !farApart(x, y, 3, 0)
}

function perHead({ amountYuan, workers }: IncidentFacts): Range | null {
  if (!amountYuan) return null
  const each = amountYuan.min / Math.max(1, workers?.min ?? 1)
  return { min: each, max: each }
}

/** Two claims about one number differ a little from mouth to mouth; more than `factor` and `steps` is another event. */
function farApart(a: Range | null, b: Range | null, factor: number, steps: number): boolean {
  if (!a || !b) return false
  const [low, high] = a.min <= b.min ? [a, b] : [b, a]
  return high.min > Math.max(low.max ?? low.min, low.min) * factor && high.min - low.min > steps
}
