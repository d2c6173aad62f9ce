import { lettersBetween, sentenceEndsBetween, type WordHit, type WordHits } from './find-words.ts'
import { findShortfalls } from './shortfall.ts'

/** A place that says wages are owed, by which rule, and how much it weighs alone. */
export type WageSign = { rule: string; weight: number; start: number; end: number }

/** Letters that may stand between a word for wages and a word of owing (domain notes §4.2). */
const nearness = 12
/** Nearer than this the two words are one phrase. */
const onePhrase = 5
const negationReach = { before: 8, after: 10 }

/** All places that say wages are owed, after negations and other owed things have taken theirs away. */
export function findWageSigns(text: string, hits: WordHits): WageSign[] {
  const signs: WageSign[] = []
  for (const hit of hits.arrears) {
    if (!isNegated(text, hit, hits))
      signs.push({ rule: 'arrears', weight: hit.weight, start: hit.start, end: hit.end })
  }
  pairUp(text, hits, hits.wage, 'wage-owed', 4, signs)
  pairUp(text, hits, hits.pay, 'pay-owed', 3, signs)
  for (const shortfall of findShortfalls(text)) {
    if (!isNegated(text, shortfall, hits) && !belongsToOther(shortfall, hits))
      signs.push({ ...shortfall, weight: 4 })
  }
  for (const hit of hits.money) {
    if (!isNegated(text, hit, hits) && !belongsToOther(hit, hits) && hasWorkNear(hit, hits)) {
      signs.push({ rule: 'money-owed', weight: 3, start: hit.start, end: hit.end })
    }
  }
  return signs
}

function pairUp(
  text: string,
  hits: WordHits,
  nouns: readonly WordHit[],
  rule: string,
  weight: number,
  signs: WageSign[],
): void {
  for (const noun of nouns) {
    const owing = nearestOwing(text, noun, hits)
    if (owing === null || isNegated(text, owing, hits) || isNegated(text, noun, hits)) continue
    const phrase = lettersBetween(noun, owing) < onePhrase ? 1 : 0
    signs.push({
      rule,
      weight: weight + phrase,
      start: Math.min(noun.start, owing.start),
      end: Math.max(noun.end, owing.end),
    })
  }
}

function nearestOwing(text: string, noun: WordHit, hits: WordHits): WordHit | null {
  let best: WordHit | null = null
  for (const owing of hits.owing) {
    const gap = lettersBetween(noun, owing)
    if (gap > nearness || (best && gap >= lettersBetween(noun, best))) continue
    if (sentenceEndsBetween(text, Math.min(noun.end, owing.end), Math.max(noun.start, owing.start))) continue
    if (isTakenByOther(owing, gap, hits)) continue
    best = owing
  }
  return best
}

/** 拖欠物业费: another owed thing stands nearer to the word of owing than the wages do. */
function isTakenByOther(owing: WordHit, gap: number, hits: WordHits): boolean {
  return hits.object.some(
    (object) => lettersBetween(object, owing) < gap || lettersBetween(object, owing) === 0,
  )
}

function belongsToOther(place: { start: number; end: number }, hits: WordHits): boolean {
  return hits.object.some((object) => lettersBetween(object, place) <= 3)
}

const workReach = 40

function hasWorkNear(place: { start: number; end: number }, hits: WordHits): boolean {
  const near = (list: readonly WordHit[]) => list.some((hit) => lettersBetween(hit, place) <= workReach)
  return near(hits.worker) || near(hits.employer)
}

function isNegated(text: string, place: { start: number; end: number }, hits: WordHits): boolean {
  return hits.negation.some(
    (negation) =>
      place.start < negation.end + negationReach.after &&
      place.end > negation.start - negationReach.before &&
      !sentenceEndsBetween(text, Math.min(place.end, negation.end), Math.max(place.start, negation.start)),
  )
}
