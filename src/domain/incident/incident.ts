import type { GradeDecision } from '#domain/grading/decision.ts'
import type { Grade, GradeReason } from '#domain/grading/grade.ts'
import type { StatedFacts } from '#domain/grading/stated-facts.ts'
import type { PostFacts, Range } from '#domain/post/post.ts'
import type { RouteEntry } from '#domain/routing/route.ts'
import type { Findings } from '#domain/verification/verification.ts'

/** What is claimed about an event, put together from its posts. */
export type IncidentFacts = {
  placeCode: string | null
  employer: string | null
  project: string | null
  /** How many are unpaid. */
  workers: Range | null
  /** How many gather, block or petition. */
  gathered: Range | null
  amountYuan: Range | null
  months: Range | null
  danger: string[]
  collective: string[]
  flight: string[]
}

/** What was found on site, as every screen shows it beside the claims. */
export type VerifiedFigures = Pick<Findings, 'outcome' | 'employer' | 'workers' | 'owedYuan' | 'paidYuan'>

export type Incident = IncidentFacts & {
  id: string
  openedDay: string
  dayCount: number
  headline: string
  grade: Grade
  /** Of the proposal, which a person's word may differ from. */
  gradeReason: GradeReason
  gradeDecision: GradeDecision | null
  /** What officers stated beside what the posts claim. */
  statedFacts: StatedFacts
  /** Most public platforms that told of it within two hours. */
  platforms: number
  /** Since when nobody's life is in danger any more, by whom; null while it is, or never was. */
  /** What the verification that counts found; null while nothing is settled, and again once a closed one comes back. */
  verified: VerifiedFigures | null
  dangerOver: { by: { post: string; agency: string | null }; at: string; note: string | null } | null
  state: 'open' | 'closed'
  postCount: number
  sources: string[]
  online: boolean
  official: boolean
  /** Keys of `routeEntries`, in their order. */
  route: string[]
  routeEntries: RouteEntry[]
  firstSeenAt: Date
  openedAt: Date
  lastPostAt: Date
  /** When it was resolved; null while open, and when merged away. */
  closedAt: Date | null
  /** The incident that holds its posts since the two were found to be one event. */
  mergedInto: string | null
  /** A resolved incident of long ago about the same employer or site. */
  linkedTo: string | null
  /** 0 ordinary to 3 spreading very fast; never falls. */
  spreadLevel: number
  version: number
}

/** What a new incident has none of yet. */
export const untouched = {
  gradeDecision: null,
  statedFacts: {},
  platforms: 0,
  verified: null,
  dangerOver: null,
  closedAt: null,
  mergedInto: null,
  linkedTo: null,
  spreadLevel: 0,
  version: 1,
} as const

export function factsOfPost(facts: PostFacts): IncidentFacts {
  const bounds = (mention: Range | null) => mention && { min: mention.min, max: mention.max }
  const kinds = (mentions: { kind: string }[]) => [...new Set(mentions.map(({ kind }) => kind))]
  return {
    placeCode: facts.places[0]?.code ?? null,
    employer: facts.employer?.name ?? null,
    project: facts.project?.name ?? null,
    workers: bounds(facts.workers),
    gathered: facts.collective.reduce<Range | null>((most, { people }) => larger(most, people ?? null), null),
    amountYuan: bounds(facts.amountYuan),
    months: bounds(facts.months),
    danger: kinds(facts.danger),
    collective: kinds(facts.collective),
    flight: kinds(facts.flight),
  }
}

/** A later post fills gaps and may raise a claimed number; it never lowers one and never removes a sign. */
export function mergeFacts(known: IncidentFacts, added: IncidentFacts): IncidentFacts {
  return {
    placeCode: finerPlace(known.placeCode, added.placeCode),
    employer: longer(known.employer, added.employer),
    project: longer(known.project, added.project),
    workers: larger(known.workers, added.workers),
    gathered: larger(known.gathered, added.gathered),
    amountYuan: larger(known.amountYuan, added.amountYuan),
    months: larger(known.months, added.months),
    danger: union(known.danger, added.danger),
    collective: union(known.collective, added.collective),
    flight: union(known.flight, added.flight),
  }
}

/** Statistical codes grow with detail: 330400 the city, 330483 the county, 330483102 the town, 3304JK a zone. */
function finerPlace(known: string | null, added: string | null): string | null {
  if (!known || !added) return known ?? added
  const [outer, inner] = [stemOf(known), stemOf(added)]
  return inner.length > outer.length && inner.startsWith(outer) ? added : known
}

function stemOf(code: string): string {
  return code.length === 6 ? code.replace(/00$/, '') : code
}

function longer(known: string | null, added: string | null): string | null {
  if (!known || !added) return known ?? added
  return added.length > known.length && added.includes(known) ? added : known
}

/** The larger claim, reaching as high as either does. */
function larger(known: Range | null, added: Range | null): Range | null {
  if (!known || !added) return known ?? added
  const [high, low] = added.min > known.min ? [added, known] : [known, added]
  return { min: high.min, max: high.max === null ? null : Math.max(high.max, low.max ?? high.max) }
}

function union(known: string[], added: string[]): string[] {
  return [...new Set([...known, ...added])]
}
