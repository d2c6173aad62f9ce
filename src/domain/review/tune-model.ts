import { type FlagFeatures, type FlagModelJson, gramValue } from '#domain/flagging/classifier.ts'
import { ruleFeatureNames } from '#domain/flagging/rule-features.ts'
import type { LabelFeatures } from './compare-models.ts'

/** Fewer labels of either answer than this teach nothing but themselves. */
export const fewestToTrain = 20

const epochs = 30
const stepLength = 0.05
/** Strength of the pull towards the champion's weights: a few labels move it a little. */
const pull = 4

/**
 * The champion's weights moved by labels, in their order and without dice: the same labels give the same weights.
 * Every weight is pulled back to where it was, so that what the labels do not speak of stays as it was learned.
 */
export function tuneModel(
  champion: FlagModelJson,
  labels: readonly LabelFeatures[],
  version: string,
): FlagModelJson {
  const read = labels.filter(isRead)
  const start = weightsOf(champion)
  const tuned = { rules: start.rules.slice(), grams: start.grams.slice() }
  const steps = {
    rules: new Float64Array(tuned.rules.length).fill(1e-8),
    grams: new Float64Array(tuned.grams.length).fill(1e-8),
  }
  const decay = pull / Math.max(1, read.length)
  const move = (part: 'rules' | 'grams', at: number, slope: number) => {
    const away = (tuned[part][at] as number) - (start[part][at] as number)
    const gradient = slope + decay * away
    steps[part][at] = (steps[part][at] as number) + gradient * gradient
    tuned[part][at] =
      (tuned[part][at] as number) - (stepLength * gradient) / Math.sqrt(steps[part][at] as number)
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, taught } of read) {
      const error = (probability(champion, tuned, features) - taught) * champion.calibration.slope
      for (const [at, seen] of features.rules.entries()) if (seen !== 0) move('rules', at, error * seen)
      const value = gramValue(features.buckets.length)
      for (const bucket of features.buckets) move('grams', bucket, error * value)
    }
  }
  return written(champion, tuned, labels, version)
}

type Weights = { rules: Float64Array; grams: Float64Array }

function isRead(label: LabelFeatures): label is LabelFeatures & { features: FlagFeatures } {
  return label.features !== null
}

function weightsOf({ rules, grams }: FlagModelJson): Weights {
  const bytes = new Int8Array(Uint8Array.from(atob(grams.weights), (letter) => letter.charCodeAt(0)).buffer)
  return {
    rules: Float64Array.from(ruleFeatureNames, (name) => rules[name] ?? 0),
    grams: Float64Array.from(bytes, (weight) => weight * grams.scale),
  }
}

function probability({ calibration }: FlagModelJson, weights: Weights, features: FlagFeatures): number {
  let score = 0
  for (const [at, seen] of features.rules.entries()) score += (weights.rules[at] as number) * seen
  let letters = 0
  for (const bucket of features.buckets) letters += weights.grams[bucket] as number
  const total = score + letters * gramValue(features.buckets.length)
  return 1 / (1 + Math.exp(-(calibration.slope * total + calibration.offset)))
}

/** One signed byte per letter weight, as the product's own file has them. */
function written(
  champion: FlagModelJson,
  { rules, grams }: Weights,
  labels: readonly LabelFeatures[],
  version: string,
): FlagModelJson {
  const most = grams.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9)
  const scale = Number((most / 127).toPrecision(6))
  const bytes = Int8Array.from(grams, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))))
  let letters = ''
  for (const byte of new Uint8Array(bytes.buffer)) letters += String.fromCharCode(byte)
  return {
    ...champion,
    version,
    trainedOn: {
      messages: champion.trainedOn.messages + labels.length,
      positives: champion.trainedOn.positives + labels.filter(({ taught }) => taught === 1).length,
      seed: champion.trainedOn.seed,
    },
    rules: Object.fromEntries(
      ruleFeatureNames.map((name, at) => [name, Number((rules[at] as number).toPrecision(6))]),
    ),
    grams: { bits: champion.grams.bits, scale, weights: btoa(letters) },
  }
}
