import type { Flag, PostFacts, PostLabel } from '#domain/post/post.ts'
import { bucketsOf, type FlagModel, placesOfWages, probabilityOf, strongestGrams } from './classifier.ts'
import { findWords, type WordHits } from './find-words.ts'
import { type Folded, spanOf } from './fold.ts'
import { flagLimits, judgeByRules, type RuleJudgement } from './judge-by-rules.ts'
import type { CompiledLexicon } from './lexicon.ts'
import { ruleFeatures } from './rule-features.ts'
import { findWageSigns, type WageSign } from './wage-signs.ts'

/**
 * Probability from which a message with a sign is flagged, and from which a person should look. A brief message that
 * scores enough by rule is about what its sign says; there the model only vetoes, below `vetoed`.
 */
export const probabilityLimits = { flagged: 0.4, doubtful: 0.15, vetoed: 0.1 } as const
const briefLetters = 100

/** From where a message is flagged, and from where a person should look; the office may set its own. */
export type FlagThresholds = {
  probability: Record<'flagged' | 'doubtful' | 'vetoed', number>
  score: Record<'flagged' | 'doubtful', number>
}

export const productThresholds: FlagThresholds = { probability: probabilityLimits, score: flagLimits }

/** Letter runs shown with a judgement. */
const lettersShown = 3

/** A message as the rules have read it: its words, its signs and the facts beside them. */
export type ReadMessage = {
  folded: Folded
  hits: WordHits
  signs: readonly WageSign[]
  facts: Pick<PostFacts, 'months' | 'amountYuan' | 'workers' | 'employer'>
}

/** Judges whether a message claims arrears: the rules find the signs and say why, the model weighs how sure they are. */
export function flagMessage(
  message: ReadMessage,
  model: FlagModel | null,
  thresholds: FlagThresholds = productThresholds,
): Flag {
  const { folded, hits, signs } = message
  const judged = judgeByRules(folded, hits, signs)
  if (model === null) return { ...judged, flagged: judged.label === 'claim', probability: null, letters: [] }
  const places = placesOfWages(hits, signs)
  const features = places.length === 0 ? null : featuresOf(message, judged, model.bits)
  const probability = features ? probabilityOf(model, features) : model.floor
  const label = labelWith(judged, probability, folded.text.length <= briefLetters, thresholds)
  const shown = label === 'claim' || label === 'weak'
  return {
    flagged: label === 'claim',
    score: judged.score,
    probability: Math.round(probability * 1_000) / 1_000,
    label,
    reasons: judged.reasons,
    letters: shown && features ? lettersOf(folded, model, places, features.buckets.length) : [],
  }
}

/** The judgement of a text by rules alone, without facts and model. */
export function flagPost(folded: Folded, lexicon: CompiledLexicon): Flag {
  const hits = findWords(folded, lexicon)
  const facts = { months: null, amountYuan: null, workers: null, employer: null }
  return flagMessage({ folded, hits, signs: findWageSigns(folded.text, hits), facts }, null)
}

/** What the model reads of a message; training and judging read the same. */
export function featuresOf({ folded, hits, signs, facts }: ReadMessage, judged: RuleJudgement, bits: number) {
  const { score, label, reasons } = judged
  const speaksForOneself = reasons.some(({ rule }) => rule === 'first-person')
  return {
    rules: ruleFeatures({ text: folded.text, hits, signs, score, label, speaksForOneself, facts }),
    buckets: bucketsOf(folded.text, placesOfWages(hits, signs), bits),
  }
}

/** Settled, hearsay and other money stay what the rules found them to be; a claim needs a sign and the model's trust. */
function labelWith(
  { score, label, reasons }: RuleJudgement,
  probability: number,
  brief: boolean,
  thresholds: FlagThresholds,
): PostLabel {
  if (label === 'settled' || label === 'hearsay' || label === 'other_debt') return label
  // What sounds like sport, fiction or a court report must convince the rules too.
  const speaksOfElse = reasons.some(({ rule }) => rule.startsWith('confuser-'))
  const enough = speaksOfElse ? thresholds.score.flagged : thresholds.score.doubtful
  if (score >= enough && probability >= thresholds.probability.flagged) return 'claim'
  if (brief && score >= thresholds.score.flagged && probability >= thresholds.probability.vetoed)
    return 'claim'
  const doubtful =
    score >= thresholds.score.doubtful || (!speaksOfElse && probability >= thresholds.probability.doubtful)
  return doubtful ? 'weak' : 'none'
}

function lettersOf(
  folded: Folded,
  model: FlagModel,
  places: readonly { start: number; end: number }[],
  buckets: number,
): Flag['letters'] {
  return strongestGrams(model, folded.text, places, buckets, lettersShown).map(({ start, end, added }) => ({
    ...spanOf(folded, start, end),
    added: Math.round(added * 1_000) / 1_000,
  }))
}
