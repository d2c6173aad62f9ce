import type { PostFacts, PostLabel } from '#domain/post/post.ts'
import { lettersBetween, type WordHit, type WordHits } from './find-words.ts'
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
  const places = signs.length > 0 ? signs : [...hits.wage, ...hits.pay]
  const near = (words: readonly WordHit[]) => yes(isNear(words, places))
  const kinds = new Set(signs.map(kindOf))
  const surest = signKinds.find((kind) => kinds.has(kind)) ?? 'none'
  const titleEnd = text.indexOf('\n')
  const values: Partial<Record<RuleFeature, number>> = {
    bias: 1,
    [`sign:${surest}`]: 1,
    [`addressed:${surest}`]: yes(hits.channel.length > 0),
    'signs:several': Math.min(signs.length, 4) / 4,
    'signs:kinds': Math.min(kinds.size, 3) / 3,
    'signs:early': yes(signs.some(({ start }) => start < opening)),
    'signs:own-words': yes(reading.speaksForOneself),
    'signs:in-title': yes(titleEnd > 0 && signs.some(({ end }) => end <= titleEnd)),
    score: Math.max(0, Math.min(score, 12)) / 12,
    'score:doubtful': yes(score >= 3),
    'score:flagged': yes(score >= 6),
    'score:high': yes(score >= 8),
    'label:settled': yes(label === 'settled'),
    'label:hearsay': yes(label === 'hearsay'),
    'label:other-debt': yes(label === 'other_debt'),
    'near:worker': near(hits.worker),
    'near:labour': near(hits.labour),
    'near:employer': near(hits.employer),
    'near:object': near(hits.object),
    'near:channel': near(hits.channel),
    'near:negation': near(hits.negation),
    'near:confuser': near(hits.confuser),
    'near:ask': near(hits.ask),
    'near:pension': near(hits.pension),
    'has:collapse': yes(hits.collapse.length > 0),
    'has:collective': yes(hits.collective.length > 0),
    'has:still': yes(hits.still.length > 0),
    'has:settled': yes(hits.settled.length > 0),
    'has:buyer': yes(hits.buyer.length > 0),
    'has:months': yes(reading.facts.months !== null),
    'has:amount': yes(reading.facts.amountYuan !== null),
    'has:headcount': yes(reading.facts.workers !== null),
    'has:employer': yes(reading.facts.employer !== null),
    length: Math.min(1, Math.log2(1 + text.length) / 12),
    'words:dense': Math.min(1, (10 * (hits.wage.length + hits.arrears.length)) / (text.length + 10)),
  }
  return Float64Array.from(ruleFeatureNames, (name) => values[name] ?? 0)
}

function kindOf({ rule, pair, weight }: WageSign): SignKind {
  if (rule === 'arrears') return weight < 5 ? 'unpaid' : 'arrears'
  if (rule === 'wage-owed') return (pair?.letters ?? 0) < 5 ? 'tight' : 'loose'
  if (rule === 'wage-owed-far') return 'far'
  if (rule === 'pay-owed') return 'pay'
  if (rule === 'money-owed') return 'money'
  return rule === 'pay-asked-for' ? 'asked' : 'shortfall'
}

function yes(condition: boolean): number {
  return condition ? 1 : 0
}

function isNear(words: readonly WordHit[], places: readonly { start: number; end: number }[]): boolean {
  return words.some((word) => places.some((place) => lettersBetween(word, place) <= reach))
}
