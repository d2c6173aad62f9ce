import type { Flag, FlagReason, PostLabel } from '#domain/post/post.ts'
import { findWords, lettersBetween, sentenceAround, type WordHit, type WordHits } from './find-words.ts'
import { type Folded, spanOf } from './fold.ts'
import type { CompiledLexicon } from './lexicon.ts'
import { findWageSigns, type WageSign } from './wage-signs.ts'

/** Score from which a message is flagged, and from which a person should look (domain notes §4.3). */
export const flagLimits = { flagged: 6, doubtful: 3 } as const

/** Letters around a sign within which other words strengthen or weaken it. */
const contextReach = 60
const confuserReach = 20
/** In so few letters a clear sign is what the message is about. */
const shortMessage = 40

/** Judges whether a message claims arrears, and says which words in it made the rule fire. */
export function flagPost(folded: Folded, lexicon: CompiledLexicon): Flag {
  const hits = findWords(folded, lexicon)
  return flagFromWords(folded, hits, findWageSigns(folded.text, hits))
}

/** The judgement alone, for a caller that already has the words. */
export function flagFromWords(folded: Folded, hits: WordHits, signs: readonly WageSign[]): Flag {
  const reasons: FlagReason[] = []
  const say = (rule: string, weight: number, place: { start: number; end: number }) => {
    reasons.push({ rule, weight, ...spanOf(folded, place.start, place.end) })
  }
  if (signs.length === 0) return judgeWithoutSign(hits, reasons, say)
  const strongest = signs.reduce((best, sign) => (sign.weight > best.weight ? sign : best))
  say(strongest.rule, strongest.weight, strongest)
  const another = signs.find((sign) => lettersBetween(sign, strongest) > 0)
  if (another) say(another.rule, 1, another)
  if (strongest.weight >= 4 && folded.text.length <= shortMessage) say('short-message', 1, strongest)
  addContext(hits, signs, folded.text, say)
  const score = reasons.reduce((sum, reason) => sum + reason.weight, 0)
  const label = labelOf(score, folded.text, hits, signs, say)
  return { flagged: label === 'claim', score, label, reasons }
}

type Say = (rule: string, weight: number, place: { start: number; end: number }) => void

const contextRules = ['worker', 'employer', 'collapse', 'collective', 'danger', 'channel'] as const

function addContext(hits: WordHits, signs: readonly WageSign[], text: string, say: Say): void {
  for (const rule of contextRules) {
    const hit = nearest(hits[rule], signs, contextReach)
    if (hit) say(rule, hit.weight, hit)
  }
  const speaker = firstPerson(text, signs)
  if (speaker) say('first-person', 1, speaker)
  const kinds = new Set<string>()
  for (const hit of hits.confuser) {
    if (kinds.has(hit.kind ?? '')) continue
    const near = signs.some((sign) => lettersBetween(sign, hit) <= confuserReach)
    if (!near || (speaker && hit.kind !== 'fiction')) continue
    kinds.add(hit.kind ?? '')
    say(`confuser-${hit.kind}`, hit.weight, hit)
  }
}

function nearest(list: readonly WordHit[], signs: readonly WageSign[], reach: number): WordHit | null {
  let best: WordHit | null = null
  let distance = reach + 1
  for (const hit of list) {
    for (const sign of signs) {
      const gap = lettersBetween(hit, sign)
      if (gap < distance) {
        best = hit
        distance = gap
      }
    }
  }
  return best
}

function firstPerson(text: string, signs: readonly WageSign[]): { start: number; end: number } | null {
  for (const sign of signs) {
    const sentence = sentenceAround(text, sign)
    const at = text.slice(sentence.start, sentence.end).search(/我(?![市区县省镇局国校院司村乡])|本人|咱|俺/u)
    if (at !== -1) return { start: sentence.start + at, end: sentence.start + at + 1 }
  }
  return null
}

function labelOf(
  score: number,
  text: string,
  hits: WordHits,
  signs: readonly WageSign[],
  say: Say,
): PostLabel {
  const settled = nearest(hits.settled, signs, contextReach)
  if (settled && !isStillOpen(settled, hits)) {
    say('settled', 0, settled)
    return 'settled'
  }
  const hearsay = hearsayOf(text, hits, signs)
  if (hearsay) {
    say('hearsay', 0, hearsay)
    return 'hearsay'
  }
  if (score >= flagLimits.flagged) return 'claim'
  return score >= flagLimits.doubtful ? 'weak' : 'none'
}

function isStillOpen(settled: WordHit, hits: WordHits): boolean {
  return hits.still.some((still) => still.end > settled.start - 12)
}

/** Hearsay only when every sign is passed on and nobody speaks for himself. */
function hearsayOf(text: string, hits: WordHits, signs: readonly WageSign[]): WordHit | null {
  if (hits.hearsay.length === 0 || firstPerson(text, signs)) return null
  const first = hits.hearsay[0] as WordHit
  const passedOn = signs.every((sign) => hits.hearsay.some((hit) => lettersBetween(hit, sign) <= 30))
  return passedOn ? first : null
}

function judgeWithoutSign(hits: WordHits, reasons: FlagReason[], say: Say): Flag {
  const settled = hits.settled[0]
  if (settled && (hits.wage.length > 0 || hits.pay.length > 0)) {
    say('settled', 0, settled)
    return { flagged: false, score: 0, label: 'settled', reasons }
  }
  const object = hits.object.find(
    (hit) => hit.kind !== 'no-debt' && hits.owing.some((owing) => lettersBetween(owing, hit) <= 6),
  )
  if (object) {
    say('other-debt', 0, object)
    return { flagged: false, score: 0, label: 'other_debt', reasons }
  }
  const unrest = hits.hint[0] ?? hits.danger[0] ?? hits.collapse[0]
  const work = unrest && nearest([...hits.worker, ...hits.employer], [{ ...unrest, weight: 0 }], 20)
  if (unrest && work && isOfWork(unrest, hits)) {
    say(unrest.rule, 3, unrest)
    return { flagged: false, score: 3, label: 'weak', reasons }
  }
  return { flagged: false, score: 0, label: 'none', reasons }
}

/** Unrest words of another field (tenants, films, arrears denied) are no hint of wages owed. */
function isOfWork(unrest: WordHit, hits: WordHits): boolean {
  const other = hits.confuser.some((hit) => hit.kind !== 'question') || hits.negation.length > 0
  return !other && (unrest.rule === 'hint' || (hits.object.length === 0 && hits.buyer.length === 0))
}
