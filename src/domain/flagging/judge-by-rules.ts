import type { Flag, FlagReason, PostLabel } from '#domain/post/post.ts'
import { lettersBetween, sentenceAround, type WordHit, type WordHits } from './find-words.ts'
import { asWritten, type Folded, spanOf } from './fold.ts'
import type { WageSign, WordPair } from './wage-signs.ts'

/** Score from which a message is flagged, and from which a person should look (domain notes §4.3). */
export const flagLimits = { flagged: 6, doubtful: 3 } as const

/** Letters around a sign within which other words strengthen or weaken it. */
const contextReach = 60
const confuserReach = 20
/** In so few letters a clear sign is what the message is about. */
const shortMessage = 40

/** What the rules make of a message, before the model is asked. */
export type RuleJudgement = Pick<Flag, 'score' | 'label' | 'reasons'>

/** Scores a message by its words and says which of them made a rule fire. */
export function judgeByRules(folded: Folded, hits: WordHits, signs: readonly WageSign[]): RuleJudgement {
  const reasons: FlagReason[] = []
  const say = (rule: string, weight: number, place: Pick<WageSign, 'start' | 'end' | 'pair'>) => {
    const reason = { rule, weight, ...spanOf(folded, place.start, place.end) }
    reasons.push(place.pair ? { ...reason, pair: pairAsWritten(folded, place.pair) } : reason)
  }
  if (signs.length === 0) return judgeWithoutSign(hits, reasons, say)
  const strongest = signs.reduce((best, sign) => (sign.weight > best.weight ? sign : best))
  say(strongest.rule, strongest.weight, strongest)
  const another = signs.find((sign) => lettersBetween(sign, strongest) > 0)
  if (another) say(another.rule, 1, another)
  if (strongest.weight >= 4 && folded.text.length <= shortMessage)
    say('short-message', 1, { ...strongest, pair: undefined })
  addContext(hits, signs, folded.text, say)
  const score = reasons.reduce((sum, reason) => sum + reason.weight, 0)
  const label = labelOf(score, folded.text, hits, signs, say)
  return { score, label, reasons }
}

function pairAsWritten(folded: Folded, { noun, owing, letters }: WordPair): FlagReason['pair'] {
  return {
    owing: asWritten(folded, owing.start, owing.end),
    noun: asWritten(folded, noun.start, noun.end),
    letters,
  }
}

type Say = (rule: string, weight: number, place: Pick<WageSign, 'start' | 'end' | 'pair'>) => void

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
  const settled = nearest(
    hits.settled.filter((hit) => isFact(text, hit)),
    signs,
    contextReach,
  )
  if (settled && !isStillOpen(settled, hits, signs)) {
    say('settled', 0, settled)
    return 'settled'
  }
  const thanks = text.match(givesThanks)
  if (thanks && !isStillOpen({ start: 0 }, hits, signs)) {
    say('settled', 0, { start: 0, end: thanks[0].length })
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

/** 希望全部结清, 还没拿到了: wished for or denied, not done. */
function isFact(text: string, settled: WordHit): boolean {
  return !/(?:没有?|[未不能望才]|尽快|何时|是否|为什么[^。,]{0,12})$/u.test(
    text.slice(Math.max(0, settled.start - 16), settled.start),
  )
}

/** Who begins with thanks has been helped. */
const givesThanks = /^(?:衷心|万分|非常|真心|十分)?(?:感谢|谢谢|致谢|表扬|点赞)/u

/** Part is paid and part is not, or somebody still asks when. */
function isStillOpen(settled: Pick<WordHit, 'start'>, hits: WordHits, signs: readonly WageSign[]): boolean {
  return (
    signs.some(({ rule }) => rule === 'pay-asked-for') ||
    hits.still.some((still) => still.end > settled.start - 12)
  )
}

/** Longer than this a message has a matter of its own, and “I heard” is one point in it. */
const longestHearsay = 90

/** Hearsay only when every sign is passed on and nobody speaks for himself. */
function hearsayOf(text: string, hits: WordHits, signs: readonly WageSign[]): WordHit | null {
  if (hits.hearsay.length === 0 || text.length > longestHearsay || firstPerson(text, signs)) return null
  const first = hits.hearsay[0] as WordHit
  const passedOn = signs.every((sign) => hits.hearsay.some((hit) => lettersBetween(hit, sign) <= 30))
  return passedOn ? first : null
}

/** Letters between another owed thing and the word that says it is owed or asked for. */
const otherDebtReach = 6

function judgeWithoutSign(hits: WordHits, reasons: FlagReason[], say: Say): RuleJudgement {
  const settled = hits.settled[0]
  if (settled && (hits.wage.length > 0 || hits.pay.some(({ scope }) => scope !== 'among-labour'))) {
    say('settled', 0, settled)
    return { score: 0, label: 'settled', reasons }
  }
  const object = hits.object.find(
    (hit) =>
      hit.kind !== 'no-debt' &&
      [...hits.owing, ...hits.ask].some((owing) => lettersBetween(owing, hit) <= otherDebtReach),
  )
  if (object) {
    say('other-debt', 0, object)
    return { score: 0, label: 'other_debt', reasons }
  }
  const unrest = hits.hint[0] ?? hits.danger[0] ?? hits.collapse[0]
  const work = unrest && nearest([...hits.worker, ...hits.employer], [{ ...unrest, weight: 0 }], 20)
  if (unrest && work && isOfWork(unrest, hits)) {
    say(unrest.rule, 3, unrest)
    return { score: 3, label: 'weak', reasons }
  }
  return { score: 0, label: 'none', reasons }
}

/** Unrest words of another field (tenants, films, arrears denied) are no hint of wages owed. */
function isOfWork(unrest: WordHit, hits: WordHits): boolean {
  const other = hits.confuser.some((hit) => hit.kind !== 'question') || hits.negation.length > 0
  return !other && (unrest.rule === 'hint' || (hits.object.length === 0 && hits.buyer.length === 0))
}
