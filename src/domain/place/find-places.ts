import { scan } from '#domain/flagging/automaton.ts'
import { type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { PlaceMention } from '#domain/post/post.ts'
import type { CompiledGazetteer, NameTrust, PlaceName, PlaceUnit } from './gazetteer.ts'

export type PlacesFound = {
  /** Most specific and most certain first, one mention per unit. */
  places: PlaceMention[]
  /** Another city or province is named and no place of ours is certain. */
  outOfArea: boolean
}

type NameHit = { start: number; end: number; meanings: readonly PlaceName[] }
type Candidate = { unit: PlaceUnit; trust: NameTrust; start: number; end: number }

/** Finds the units a message names: longest name first, ambiguous names only where something supports them. */
export function findPlaces(folded: Folded, gazetteer: CompiledGazetteer): PlacesFound {
  const hits = longestNames(folded.text, gazetteer)
  if (hits.length === 0) return { places: [], outOfArea: false }
  const candidates: Candidate[] = []
  let elsewhere = false
  let displaced = false
  for (const [index, hit] of hits.entries()) {
    const before = hits[index - 1]
    const away = isElsewhere(hit)
    if (away) {
      elsewhere ||= !tellsOrigin(folded.text, hit)
      continue
    }
    if (before && isElsewhere(before) && before.end === hit.start) {
      displaced = true
      continue
    }
    for (const meaning of hit.meanings) {
      if ('unit' in meaning)
        candidates.push({ unit: meaning.unit, trust: meaning.trust, start: hit.start, end: hit.end })
    }
  }
  const accepted = settle(candidates, folded.text, gazetteer)
  const certain = accepted.some((candidate) => candidate.rank >= rankOf.certain)
  const outOfArea = displaced ? !certain : elsewhere && !certain
  const places = outOfArea ? [] : accepted
  return { places: places.map(({ candidate }) => toMention(folded, candidate)), outOfArea }
}

const rankOf = { certain: 3, confirmed: 3, likely: 1 } as const
const depth = { city: 0, county: 1, zone: 2, town: 3 } as const

type Accepted = { candidate: Candidate; rank: number }

function settle(candidates: readonly Candidate[], text: string, gazetteer: CompiledGazetteer): Accepted[] {
  const best = new Map<string, Accepted>()
  for (const candidate of candidates) {
    const rank = rankCandidate(candidate, candidates, text, gazetteer)
    const known = best.get(candidate.unit.code)
    if (rank > 0 && (known === undefined || known.rank < rank))
      best.set(candidate.unit.code, { candidate, rank })
  }
  return [...best.values()].sort(
    (one, other) =>
      other.rank - one.rank ||
      depth[other.candidate.unit.level] - depth[one.candidate.unit.level] ||
      one.candidate.start - other.candidate.start,
  )
}

function rankCandidate(
  candidate: Candidate,
  all: readonly Candidate[],
  text: string,
  gazetteer: CompiledGazetteer,
): number {
  if (candidate.trust === 'certain') return rankOf.certain
  if (all.some((other) => supports(other, candidate, gazetteer))) return rankOf.confirmed
  if (candidate.trust === 'ambiguous' && standsAsPlace(text, candidate)) return rankOf.likely
  return 0
}

/** Parent and child confirm each other; a certain name of the same county, or the city, confirms any. */
function supports(other: Candidate, candidate: Candidate, gazetteer: CompiledGazetteer): boolean {
  if (other.start === candidate.start || other.unit.code === candidate.unit.code) return false
  if (isParent(other.unit, candidate.unit) || isParent(candidate.unit, other.unit)) {
    return candidate.trust !== 'word' || other.trust !== 'word' || touches(other, candidate)
  }
  if (other.trust !== 'certain') return false
  return (
    other.unit.level === 'city' || countyOf(other.unit, gazetteer) === countyOf(candidate.unit, gazetteer)
  )
}

function isParent(unit: PlaceUnit, child: PlaceUnit): boolean {
  return child.parent === unit.code || unit.members?.includes(child.code) === true
}

function countyOf(unit: PlaceUnit, gazetteer: CompiledGazetteer): string {
  return unit.level === 'town' ? (gazetteer.unitOf.get(unit.parent)?.code ?? unit.parent) : unit.code
}

function touches(one: Candidate, other: Candidate): boolean {
  return one.end === other.start || other.end === one.start
}

/** An ambiguous name used the way places are: after 在, 听说 or a pause, before 的, 这边, 有 or the end. */
function standsAsPlace(text: string, candidate: Candidate): boolean {
  const before = text.slice(Math.max(0, candidate.start - 2), candidate.start)
  const after = text.slice(candidate.end, candidate.end + 2)
  const opens = before === '' || /(?:[\s,，。!?;:、]|在|到|从|去|于|听说|我们)$/u.test(before)
  const closes = after === '' || /^(?:[\s,，。!?;:、]|的|这|那|有|一家|某|工|附近)/u.test(after)
  return opens && closes
}

function isElsewhere(hit: NameHit): boolean {
  return hit.meanings.some((meaning) => 'elsewhere' in meaning)
}

/** 湖南老乡, 四川人: where somebody comes from, not where it happened. */
function tellsOrigin(text: string, hit: NameHit): boolean {
  const after = text.slice(hit.end, hit.end + 4)
  const before = text.slice(Math.max(0, hit.start - 3), hit.start)
  return (
    /^(?:省|市)?(?:人|老乡|籍|来的|口音|路|街|菜|农民)/u.test(after) ||
    /(?:来自|老家|我是|籍贯)$/u.test(before)
  )
}

/** A message that names more places than this is a list, and candidates are compared in pairs. */
const mostHits = 80

function longestNames(text: string, gazetteer: CompiledGazetteer): NameHit[] {
  const hits: NameHit[] = []
  scan(gazetteer.automaton, text, (term, start, end) => {
    for (let last = hits.at(-1); last && last.start >= start; last = hits.at(-1)) hits.pop()
    const last = hits.at(-1)
    if ((last && last.end > start) || hits.length >= mostHits) return
    hits.push({ start, end, meanings: gazetteer.names[term] ?? [] })
  })
  return hits
}

function toMention(folded: Folded, candidate: Candidate): PlaceMention {
  const { code, name, lat, lng } = candidate.unit
  return { code, name, lat, lng, ...spanOf(folded, candidate.start, candidate.end) }
}
