import { identifiesEmployer } from '#domain/facts/employer.ts'
import type { Range } from '#domain/post/post.ts'
import type { IncidentFacts } from './incident.ts'
import { nearness } from './nearness.ts'

/** How long an open incident stays open to further posts after its last one. */
export const joinWindowMs = 7 * 24 * 3_600_000
/** Share of common letter pairs from which two texts tell of the same thing. */
const nearEnough = 0.34
/** Share from which a text without a place is the same words passed on. */
const sameWords = 0.6

export type Candidate = IncidentFacts & {
  id: string
  lastPostAt: Date
  /** Masked bodies of the posts it already holds. */
  bodies: string[]
}

export type Correlation = {
  /** Null: open a new incident. */
  incidentId: string | null
  reason: { rule: string; facts: Record<string, string | number> }
}

type Subject = { facts: IncidentFacts; body: string }

/** Joins a post to the open incident that tells of the same event, or opens one; always says why. */
export function correlate(subject: Subject, candidates: readonly Candidate[], now: Date): Correlation {
  const recent = candidates
    .filter(({ lastPostAt }) => now.getTime() - lastPostAt.getTime() <= joinWindowMs)
    .sort(latestFirst)
  let vetoed: string | null = null
  for (const join of [sameEmployer, samePlaceNearText, samePlaceSameTrade, nearlySameText]) {
    for (const candidate of recent) {
      const reason = join(subject, candidate)
      if (!reason) continue
      const veto = factVeto(subject.facts, candidate)
      if (veto) vetoed = veto
      else return { incidentId: candidate.id, reason }
    }
  }
  return { incidentId: null, reason: { rule: vetoed ?? 'nothing_alike', facts: {} } }
}

/** Posts of one poll share their instant; the id settles it, so that the same story always gets the same answer. */
function latestFirst(a: Candidate, b: Candidate): number {
  return b.lastPostAt.getTime() - a.lastPostAt.getTime() || (a.id < b.id ? -1 : 1)
}

function sameEmployer({ facts }: Subject, candidate: Candidate): Correlation['reason'] | null {
  if (!facts.employer || !isProperName(facts.employer) || !candidate.employer) return null
  if (!sameName(facts.employer, candidate.employer)) return null
  return { rule: 'same_employer', facts: { employer: candidate.employer } }
}

function samePlaceNearText({ facts, body }: Subject, candidate: Candidate): Correlation['reason'] | null {
  if (!facts.placeCode || facts.placeCode !== candidate.placeCode) return null
  const near = Math.max(0, ...candidate.bodies.map((known) => nearness(body, known)))
  if (near < nearEnough) return null
  return { rule: 'same_place_near_text', facts: { nearness: Math.round(near * 100) } }
}

function samePlaceSameTrade({ facts }: Subject, candidate: Candidate): Correlation['reason'] | null {
  if (!isTown(facts.placeCode) || facts.placeCode !== candidate.placeCode) return null
  if (!facts.employer || !candidate.employer || tradeOf(facts.employer) !== tradeOf(candidate.employer))
    return null
  if (!facts.workers || !candidate.workers) return null
  return { rule: 'same_place_same_trade', facts: { trade: tradeOf(facts.employer) } }
}

/** The same words on another platform, where one of the two names no place. */
function nearlySameText({ facts, body }: Subject, candidate: Candidate): Correlation['reason'] | null {
  if (facts.placeCode && candidate.placeCode && facts.placeCode !== candidate.placeCode) return null
  const near = Math.max(0, ...candidate.bodies.map((known) => nearness(body, known)))
  return near < sameWords ? null : { rule: 'nearly_same_text', facts: { nearness: Math.round(near * 100) } }
}

/** Facts that say “not the same event”, however alike the words are. */
function factVeto(facts: IncidentFacts, candidate: Candidate): string | null {
  if (differ(facts.employer, candidate.employer)) return 'other_employer'
  if (differ(facts.project, candidate.project)) return 'other_project'
  if (farApart(facts.workers, candidate.workers)) return 'other_headcount'
  if (farApart(facts.amountYuan, candidate.amountYuan)) return 'other_amount'
  return null
}

function differ(a: string | null, b: string | null): boolean {
  return Boolean(a && b && isProperName(a) && isProperName(b) && !sameName(a, b))
}

/** Two claims about one number differ a little from mouth to mouth; more than threefold is another event. */
function farApart(a: Range | null, b: Range | null): boolean {
  if (!a || !b) return false
  const [low, high] = a.min <= b.min ? [a, b] : [b, a]
  return high.min > Math.max(low.max ?? low.min, low.min) * 3 && high.min - low.min > 5
}

/** 毛衫厂 or 安置房工地 names a kind, 某某制衣有限公司 names a firm. */
function isProperName(name: string): boolean {
  return (
    identifiesEmployer(name) &&
    core(name).length >= 2 &&
    !/^[\u4e00-\u9fa5]{0,3}(?:厂|公司|工地|项目|作坊|车间)$/.test(name)
  )
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [core(a), core(b)]
  return x === y || (Math.min(x.length, y.length) >= 4 && (x.includes(y) || y.includes(x)))
}

function core(name: string): string {
  return name.replace(/[（(].*?[）)]|有限责任公司|股份有限公司|有限公司|集团|浙江|嘉兴|[市县区镇]/g, '')
}

function tradeOf(name: string): string {
  return name.slice(-3)
}

function isTown(code: string | null): boolean {
  return code !== null && code.length > 6
}
