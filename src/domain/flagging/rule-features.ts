import type { PostFacts, PostLabel } from '#domain/post/post.ts'
import { lettersBetween, type WordHit, type WordHits } from './find-words.ts'
import type { GroupRule } from './lexicon.ts'
import type { WageSign } from './wage-signs.ts'

/** How surely a sign says it: one of these holds for every message. */
const signKinds = [
  'arrears',
  'tight',
  'loose',
  'far',
  'pay',
  'money',
  'shortfall',
  'asked',
  'unpaid',
  'none',
] as const
type SignKind = (typeof signKinds)[number]

/** What the rules saw in a message, each between 0 and 1; the names are those of the model file. */
export const ruleFeatureNames = [
  'bias',
  ...signKinds.map((kind) => `sign:${kind}` as const),
  ...signKinds.map((kind) => `addressed:${kind}` as const),
  'signs:several',
  'signs:kinds',
  'signs:early',
  'signs:own-words',
  'signs:in-title',
  'score',
  'score:doubtful',
  'score:flagged',
  'score:high',
  'label:settled',
  'label:hearsay',
  'label:other-debt',
  'near:worker',
  'near:labour',
  'near:employer',
  'near:object',
  'near:channel',
  'near:negation',
  'near:confuser',
  'near:ask',
  'near:pension',
  'has:collapse',
  'has:collective',
  'has:still',
  'has:settled',
  'has:buyer',
  'has:months',
  'has:amount',
  'has:headcount',
  'has:employer',
  'length',
  'words:dense',
] as const

export type RuleFeature = (typeof ruleFeatureNames)[number]

/** The judgement of the rules and what stands around it. */
export type RuleReading = {
  text: string
  hits: WordHits
  signs: readonly WageSign[]
  score: number
  label: PostLabel
  speaksForOneself: boolean
  facts: Pick<PostFacts, 'months' | 'amountYuan' | 'workers' | 'employer'>
}

/** Letters within which a word belongs to a sign. */
const reach = 30
/** A sign among the first letters is what the message is about. */
const opening = 40

/** One number per name of `ruleFeatureNames`. */
export function ruleFeatures({ text, hits, signs, score, label, ...reading }: RuleReading): Float64Array {
  const values = new Float64Array(ruleFeatureNames.length)
  const put = (name: RuleFeature, value: number | boolean) => {
    values[placeOf[name]] = Number(value)
  }
  const places = signs.length > 0 ? signs : [...hits.wage, ...hits.pay]
  const kinds = new Set(signs.map(kindOf))
  const surest = signKinds.find((kind) => kinds.has(kind)) ?? 'none'
  const titleEnd = text.indexOf('\n')
  put('bias', 1)
  put(signFeature[surest], 1)
  put(addressedFeature[surest], hits.channel.length > 0)
  put('signs:several', Math.min(signs.length, 4) / 4)
  put('signs:kinds', Math.min(kinds.size, 3) / 3)
  put(
    'signs:early',
    signs.some(({ start }) => start < opening),
  )
  put('signs:own-words', reading.speaksForOneself)
  put('signs:in-title', titleEnd > 0 && signs.some(({ end }) => end <= titleEnd))
  put('score', Math.max(0, Math.min(score, 12)) / 12)
  put('score:doubtful', score >= 3)
  put('score:flagged', score >= 6)
  put('score:high', score >= 8)
  put('label:settled', label === 'settled')
  put('label:hearsay', label === 'hearsay')
  put('label:other-debt', label === 'other_debt')
  for (const [group, name] of nearGroups) put(name, isNear(hits[group], places))
  for (const [group, name] of presentGroups) put(name, hits[group].length > 0)
  put('has:months', reading.facts.months !== null)
  put('has:amount', reading.facts.amountYuan !== null)
  put('has:headcount', reading.facts.workers !== null)
  put('has:employer', reading.facts.employer !== null)
  put('length', Math.min(1, Math.log2(1 + text.length) / 12))
  put('words:dense', Math.min(1, (10 * (hits.wage.length + hits.arrears.length)) / (text.length + 10)))
  return values
}

const placeOf = Object.fromEntries(ruleFeatureNames.map((name, index) => [name, index])) as Record<
  RuleFeature,
  number
>
const signFeature = byKind('sign')
const addressedFeature = byKind('addressed')

function byKind(prefix: 'sign' | 'addressed'): Record<SignKind, RuleFeature> {
  return Object.fromEntries(signKinds.map((kind) => [kind, `${prefix}:${kind}`])) as Record<
    SignKind,
    RuleFeature
  >
}

const nearGroups = [
  ['worker', 'near:worker'],
  ['labour', 'near:labour'],
  ['employer', 'near:employer'],
  ['object', 'near:object'],
  ['channel', 'near:channel'],
  ['negation', 'near:negation'],
  ['confuser', 'near:confuser'],
  ['ask', 'near:ask'],
  ['pension', 'near:pension'],
] as const satisfies readonly (readonly [GroupRule, RuleFeature])[]

const presentGroups = [
  ['collapse', 'has:collapse'],
  ['collective', 'has:collective'],
  ['still', 'has:still'],
  ['settled', 'has:settled'],
  ['buyer', 'has:buyer'],
] as const satisfies readonly (readonly [GroupRule, RuleFeature])[]

function kindOf({ rule, pair, weight }: WageSign): SignKind {
  if (rule === 'arrears') return weight < 5 ? 'unpaid' : 'arrears'
  if (rule === 'wage-owed') return (pair?.letters ?? 0) < 5 ? 'tight' : 'loose'
  if (rule === 'wage-owed-far') return 'far'
  if (rule === 'pay-owed') return 'pay'
  if (rule === 'money-owed') return 'money'
  return rule === 'pay-asked-for' ? 'asked' : 'shortfall'
}

function isNear(words: readonly WordHit[], places: readonly { start: number; end: number }[]): boolean {
  for (const word of words) {
    for (const place of places) if (lettersBetween(word, place) <= reach) return true
  }
  return false
}
