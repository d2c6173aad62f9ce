import { factVeto, type Veto } from './fact-veto.ts'
import type { IncidentFacts } from './incident.ts'
import { type LetterPairs, letterPairs, nearness } from './nearness.ts'
import { enough, pointsOf, type Sign, type SignName, signsShared } from './signs.ts'

const dayMs = 24 * 3_600_000
/** How long an open incident stays open to posts that name neither employer nor site, after its last one. */
export const joinWindowMs = 7 * dayMs
/** A post that names the employer or the site of an open incident joins it for as long. */
export const namedJoinWindowMs = 90 * dayMs
/** A post about a resolved incident opens it again for as long; a later one opens a new incident linked to it. */
export const reopenWindowMs = 7 * dayMs
export const linkWindowMs = 180 * dayMs

export type Candidate = IncidentFacts & {
  id: string
  lastPostAt: Date
  /** Null while it is open. */
  closedAt: Date | null
  /** Masked bodies of posts it holds that differ from each other. */
  bodies: string[]
}

export type Correlation = {
  /** The incident it joins; null: open a new one. */
  incidentId: string | null
  /** The incident it joins was resolved and is to be opened again. */
  reopens: boolean
  /** A resolved incident of long ago that a new one is to be linked to. */
  linkedTo: string | null
  reason: JoinReason
}

export type JoinReason = { rule: string; facts: Record<string, string | number> }

export type Subject = { facts: IncidentFacts; body: string }

/** One candidate, weighed: what speaks for one event, and what forbids it. */
export type Weighed = {
  candidate: Candidate
  signs: Sign[]
  points: number
  named: boolean
  veto: Veto | null
}

/** Joins a post to the incident that tells of the same event, or opens one; always says why. */
export function correlate(subject: Subject, candidates: readonly Candidate[], now: Date): Correlation {
  const weighed = weigh(subject, candidates).filter(({ points }) => points >= enough)
  const allowed = weighed.filter(({ veto }) => veto === null)
  const joined = allowed.find((one) => isOpenTo(one, now)) ?? allowed.find((one) => mayReopen(one, now))
  if (joined) {
    const { id, closedAt } = joined.candidate
    return { incidentId: id, reopens: closedAt !== null, linkedTo: null, reason: reasonOf(joined) }
  }
  const earlier = allowed.find((one) => isLinkedTo(one, now))
  if (earlier) {
    const { rule, facts } = reasonOf(earlier)
    const linked = { rule: 'long_resolved', facts: { ...facts, by: rule } }
    return { incidentId: null, reopens: false, linkedTo: earlier.candidate.id, reason: linked }
  }
  const forbidden = weighed.find(({ veto, ...one }) => veto !== null && isOpenTo(one, now))
  const reason = forbidden ? vetoReason(subject, forbidden) : { rule: 'nothing_alike', facts: {} }
  return { incidentId: null, reopens: false, linkedTo: null, reason }
}

/** Every candidate with its signs, the most telling first. */
export function weigh({ facts, body }: Subject, candidates: readonly Candidate[]): Weighed[] {
  const told = { ...facts, bodies: [body] }
  const pairs = letterPairs(body)
  return candidates
    .map((candidate) => {
      const near = nearest(pairs, candidate.bodies)
      const signs = signsShared(told, candidate, near)
      const named = signs.some(({ name }) => name === 'employer' || name === 'project')
      return { candidate, signs, points: pointsOf(signs), named, veto: factVeto(facts, candidate, named) }
    })
    .sort(strongestFirst)
}

function nearest(pairs: LetterPairs, bodies: readonly string[]): number {
  let most = 0
  for (const body of bodies) most = Math.max(most, nearness(pairs, letterPairs(body)))
  return most
}

/** Why the two belong together, by the sign that tells most, with every fact it rests on. */
export function reasonOf({ signs, points }: Pick<Weighed, 'signs' | 'points'>): JoinReason {
  const facts = Object.fromEntries(signs.map(({ name, value }) => [name, value]))
  return { rule: ruleOf(signs), facts: { ...facts, points } }
}

function ruleOf(signs: Sign[]): string {
  const has = (name: SignName, least = 1) => signs.some((sign) => sign.name === name && sign.points >= least)
  if (has('employer')) return 'same_employer'
  if (has('project')) return 'same_project'
  if (has('place') && has('nearness')) return 'same_place_near_text'
  if (has('nearness', enough)) return 'nearly_same_text'
  if (has('place') && has('trade')) return 'same_place_same_trade'
  return has('place') ? 'same_place_same_figures' : 'agreeing_facts'
}

function vetoReason(subject: Subject, { candidate, veto }: Weighed): JoinReason {
  if (veto === 'other_employer')
    return { rule: veto, facts: both(subject.facts.employer, candidate.employer) }
  if (veto === 'other_project') return { rule: veto, facts: both(subject.facts.project, candidate.project) }
  return { rule: veto ?? 'nothing_alike', facts: {} }
}

function both(told: string | null, known: string | null): Record<string, string> {
  return { told: told ?? '', known: known ?? '' }
}

/** Posts of one poll share their instant; the id settles it, so that the same story always gets the same answer. */
function strongestFirst(a: Weighed, b: Weighed): number {
  return (
    b.points - a.points ||
    b.candidate.lastPostAt.getTime() - a.candidate.lastPostAt.getTime() ||
    (a.candidate.id < b.candidate.id ? -1 : 1)
  )
}

function isOpenTo({ candidate, named }: Omit<Weighed, 'veto'>, now: Date): boolean {
  const window = named ? namedJoinWindowMs : joinWindowMs
  return candidate.closedAt === null && since(candidate.lastPostAt, now) <= window
}

function mayReopen({ candidate: { closedAt } }: Weighed, now: Date): boolean {
  return closedAt !== null && since(closedAt, now) <= reopenWindowMs
}

function isLinkedTo({ candidate: { closedAt }, named }: Weighed, now: Date): boolean {
  return named && closedAt !== null && since(closedAt, now) <= linkWindowMs
}

function since(at: Date, now: Date): number {
  return now.getTime() - at.getTime()
}
