import {
  clauseEndsBetween,
  lettersBetween,
  sentenceEndsBetween,
  type WordHit,
  type WordHits,
} from './find-words.ts'
import { findShortfalls } from './shortfall.ts'

/** A place that says wages are owed, by which rule, and how much it weighs alone. */
export type WageSign = { rule: string; weight: number; start: number; end: number; pair?: WordPair }

/** The two words of a sign that rests on their nearness, as places of the folded text. */
export type WordPair = { noun: WordHit; owing: WordHit; letters: number }

/** Letters that may stand between a word for wages and a word of owing (domain notes §4.2). */
const nearness = 12
/** In one sentence, but so far apart that it is no more than a hint. */
const farness = 24
/** Nearer than this the two words are one phrase. */
const onePhrase = 5
/** Between a word for paying out and the words that ask for it. */
const askReach = 24
const negationReach = { before: 8, after: 10 }

/** All places that say wages are owed, after negations and other owed things have taken theirs away. */
export function findWageSigns(text: string, hits: WordHits): WageSign[] {
  const signs: WageSign[] = []
  for (const hit of hits.arrears) {
    if (!isNegated(text, hit, hits) && !isNoDebt(hit, hits) && !beginsInOther(hit, hits))
      signs.push({ rule: 'arrears', weight: hit.weight, start: hit.start, end: hit.end })
  }
  for (const noun of hits.wage) pairUp(text, hits, noun, 'wage-owed', signs)
  for (const noun of hits.pay) pairUp(text, hits, noun, 'pay-owed', signs)
  // Without work or wages in it, 说好…只给… is said of something else.
  const ofWork = hits.worker.length + hits.labour.length + hits.wage.length > 0
  for (const shortfall of ofWork ? findShortfalls(text) : []) {
    if (isNegated(text, shortfall, hits) || belongsToOther(shortfall, hits)) continue
    const { rule, weight, alone, start, end } = shortfall
    signs.push({ rule, weight: isAmongWorkers(shortfall, hits) ? weight : alone, start, end })
  }
  for (const hit of hits.money) {
    if (!isNegated(text, hit, hits) && !belongsToOther(hit, hits) && isNear(hit, hits.worker, moneyReach)) {
      signs.push({ rule: 'money-owed', weight: hit.weight, start: hit.start, end: hit.end })
    }
  }
  return signs
}

function pairUp(text: string, hits: WordHits, noun: WordHit, rule: string, signs: WageSign[]): void {
  if (!meansWages(noun, hits) || isNegated(text, noun, hits)) return
  const owing = nearestOwing(text, noun, hits)
  if (owing === null) {
    askFor(text, hits, noun, signs)
    return
  }
  if (isNegated(text, owing, hits)) return
  const letters = lettersBetween(noun, owing)
  const weight = letters > nearness ? noun.weight - 2 : letters < onePhrase ? noun.weight + 1 : noun.weight
  const place = { start: Math.min(noun.start, owing.start), end: Math.max(noun.end, owing.end) }
  signs.push({
    rule: letters > nearness ? `${rule}-far` : rule,
    weight,
    ...place,
    pair: { noun, owing, letters },
  })
}

/** 工资什么时候能补发, 尽快支付工资: wages beside paying out, and somebody asks for it. */
function askFor(text: string, hits: WordHits, noun: WordHit, signs: WageSign[]): void {
  if (noun.scope === 'among-labour') return
  const payout = nearestWord(text, noun, hits.payout, hits, nearness)
  if (payout === null || isNegated(text, payout, hits)) return
  const place = { start: Math.min(noun.start, payout.start), end: Math.max(noun.end, payout.end) }
  const ask = hits.ask.find(
    (word) =>
      lettersBetween(word, place) <= askReach &&
      !sentenceEndsBetween(text, Math.min(word.end, place.end), Math.max(word.start, place.start)),
  )
  if (!ask) return
  const letters = lettersBetween(noun, payout)
  signs.push({
    rule: 'pay-asked-for',
    weight: noun.weight - 1,
    ...place,
    pair: { noun, owing: payout, letters },
  })
}

/** 工资不给涨, 没发现: the word of owing goes on and means something else. */
function isNoDebt(place: { start: number; end: number }, hits: WordHits): boolean {
  return hits.object.some(
    (object) => object.kind === 'no-debt' && object.start < place.end && object.end > place.start,
  )
}

/** 退休工资没发: what is owed has begun before the word, and is no wage. */
function beginsInOther(place: { start: number; end: number }, hits: WordHits): boolean {
  return hits.object.some((object) => object.start < place.start && object.end > place.start)
}

/** 血汗钱 of a flat buyer and 补贴 for a farmer are no wages; 最低工资 is a rule, not somebody's pay. */
function meansWages(noun: WordHit, hits: WordHits): boolean {
  if (hits.object.some((object) => object.start <= noun.start && object.end >= noun.end)) return false
  if (noun.scope === undefined) return true
  if (noun.scope === 'among-labour') return isNear(noun, hits.labour)
  if (noun.scope !== 'sweat') return isAmongWorkers(noun, hits)
  // Buyers and investors call their money so too: beside them only a worker's own 血汗钱 counts.
  if (hits.buyer.length > 0) return isNear(noun, hits.labour, onePhrase)
  return isAmongWorkers(noun, hits) || hits.collective.length > 0
}

function nearestOwing(text: string, noun: WordHit, hits: WordHits): WordHit | null {
  const reach = noun.scope === 'among-labour' ? onePhrase : noun.rule === 'wage' ? farness : nearness
  return nearestWord(text, noun, hits.owing, hits, reach)
}

/** The word of a list nearest to the noun, in its sentence, that no other owed thing has taken. */
function nearestWord(
  text: string,
  noun: WordHit,
  words: readonly WordHit[],
  hits: WordHits,
  reach: number,
): WordHit | null {
  let best: WordHit | null = null
  for (const word of words) {
    const gap = lettersBetween(noun, word)
    if (gap > reach || (best && gap >= lettersBetween(noun, best))) continue
    if (sentenceEndsBetween(text, Math.min(noun.end, word.end), Math.max(noun.start, word.start))) continue
    if (isTakenByOther(word, gap, hits)) continue
    best = word
  }
  return best
}

/** 拖欠物业费: another owed thing stands nearer to the word of owing than the wages do. */
function isTakenByOther(owing: WordHit, gap: number, hits: WordHits): boolean {
  return hits.object.some((object) => lettersBetween(object, owing) < Math.max(gap, 1))
}

function belongsToOther(place: { start: number; end: number }, hits: WordHits): boolean {
  return hits.object.some((object) => lettersBetween(object, place) <= 3)
}

const workReach = 40
/** 不给钱 is said of many things: only close to a word for work it is said of wages. */
const moneyReach = 25

function isAmongWorkers(place: { start: number; end: number }, hits: WordHits): boolean {
  return isNear(place, hits.worker)
}

function isNear(
  place: { start: number; end: number },
  words: readonly WordHit[],
  reach: number = workReach,
): boolean {
  return words.some((word) => lettersBetween(word, place) <= reach)
}

function isNegated(text: string, place: { start: number; end: number }, hits: WordHits): boolean {
  return hits.negation.some(
    (negation) =>
      place.start < negation.end + negationReach.after &&
      place.end > negation.start - negationReach.before &&
      !clauseEndsBetween(text, Math.min(place.end, negation.end), Math.max(place.start, negation.start)) &&
      !isDenied(text, negation),
  )
}

/** 不按时发工资: a negation with a negation before it denies nothing. */
function isDenied(text: string, negation: WordHit): boolean {
  return /(?:[不没未无非]|没有|不能)$/u.test(text.slice(Math.max(0, negation.start - 2), negation.start))
}
