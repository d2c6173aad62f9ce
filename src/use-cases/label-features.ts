import { placesOfWages } from '#domain/flagging/classifier.ts'
import { featuresOf } from '#domain/flagging/flag.ts'
import { judgeByRules } from '#domain/flagging/judge-by-rules.ts'
import { ruleFeatureNames } from '#domain/flagging/rule-features.ts'
import { normaliseText } from '#domain/post/normalise.ts'
import { readWords } from '#domain/post/read-post.ts'
import type { LabelFeatures } from '#domain/review/compare-models.ts'
import type { LabelRow } from '#store/labels.ts'
import { readingTables } from '#store/reading-tables.ts'
import { seedModel } from '#store/seed-tables.ts'

type Kept = Pick<LabelRow, 'rules' | 'buckets' | 'bits'>

/** What the model reads of a text, as numbers that can be kept when the text is not. */
export function labelFeaturesOf(body: string): Kept {
  const tables = readingTables()
  const bits = tables.model?.bits ?? seedModel.grams.bits
  const message = readWords('', normaliseText(body), tables)
  const { folded, hits, signs } = message
  if (placesOfWages(hits, signs).length === 0) return { rules: null, buckets: null, bits }
  const { rules, buckets } = featuresOf(message, judgeByRules(folded, hits, signs), bits)
  const named = ruleFeatureNames.flatMap((name, at): [string, number][] => {
    const value = rules[at] as number
    return value === 0 ? [] : [[name, value]]
  })
  return { rules: Object.fromEntries(named), buckets: [...buckets], bits }
}

/** The numbers of a label as the model reads them; a rule the model no longer knows counts nothing. */
export function featuresOfLabel({ postId, taught, rules, buckets }: LabelRow): LabelFeatures {
  const features =
    rules && buckets
      ? {
          rules: Float64Array.from(ruleFeatureNames, (name) => rules[name] ?? 0),
          buckets: Int32Array.from(buckets),
        }
      : null
  return { postId, taught, features }
}
