import type { FlagModelJson } from '#domain/flagging/classifier.ts'
import { ruleFeatureNames } from '#domain/flagging/rule-features.ts'
import { fitCalibration } from './fit-calibration.ts'
import { type Example, type FitOptions, fitLogistic, type Weights } from './fit-logistic.ts'
import { dealFolds } from './folds.ts'
import { scoreWith } from './score-with.ts'

/** Message of the training: `features` is null where not a single word of wages stands in it. */
export type TrainingMessage = { features: Example['features'] | null; label: 0 | 1; group: number }

export const trainingDefaults = { bits: 16, l2: 6, gramScale: 2, epochs: 40 } as const
const innerFolds = 5

/** Learns weights from all messages; the calibration comes from inner folds, whose messages the scorer has not seen. */
export function trainModel(
  messages: readonly TrainingMessage[],
  seed: number,
  options: Omit<FitOptions, 'seed'> = trainingDefaults,
): FlagModelJson {
  const read = messages.filter((message): message is TrainingMessage & Example => message.features !== null)
  const weights = fitLogistic(read, { ...options, seed })
  const calibration = calibrate(read, { ...options, seed })
  const positives = messages.filter(({ label }) => label === 1).length
  const unread = messages.filter(({ features }) => features === null)
  const missed = unread.filter(({ label }) => label === 1).length
  return {
    version: `trained-${messages.length}-${positives}-${seed}`,
    trainedOn: { messages: messages.length, positives, seed },
    rules: Object.fromEntries(
      ruleFeatureNames.map((name, index) => [name, round(weights.rules[index] as number)]),
    ),
    grams: quantise(weights.grams, options.bits),
    calibration: { slope: round(calibration.slope), offset: round(calibration.offset) },
    floor: round((missed + 0.5) / (unread.length + 1)),
  }
}

function calibrate(read: readonly (TrainingMessage & Example)[], options: FitOptions) {
  const labels = read.map(({ label }) => label)
  const folds = dealFolds(
    read.map(({ group }) => group),
    labels,
    innerFolds,
    options.seed + 1,
  )
  const scores = new Array<number>(read.length).fill(0)
  for (let fold = 0; fold < innerFolds; fold++) {
    const weights = fitLogistic(
      read.filter((_, index) => folds[index] !== fold),
      options,
    )
    for (const [index, { features }] of read.entries()) {
      if (folds[index] === fold) scores[index] = scoreWith(weights, features)
    }
  }
  return fitCalibration(scores, labels)
}

/** One signed byte per weight; what is lost is far below what folds differ by. */
function quantise(grams: Weights['grams'], bits: number): FlagModelJson['grams'] {
  const most = grams.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9)
  const scale = round(most / 127)
  const bytes = Int8Array.from(grams, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))))
  return { bits, scale, weights: Buffer.from(bytes.buffer).toString('base64') }
}

function round(value: number): number {
  return Number(value.toPrecision(6))
}
