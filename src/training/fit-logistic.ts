import { type FlagFeatures, gramValue } from '#domain/flagging/classifier.ts'
import { seededDice, shuffle } from './seeded-dice.ts'

export type Example = { features: FlagFeatures; label: 0 | 1 }

export type FitOptions = {
  seed: number
  bits: number
  /** Strength of L2 over the whole of the examples. */
  l2: number
  /** How far a letter run may speak beside a rule: below 1 its weights are held back more. */
  gramScale: number
  epochs: number
}

export type Weights = { rules: Float64Array; grams: Float64Array }

const stepLength = 0.3

/** Logistic regression with L2 by AdaGrad steps in an order the seed fixes. */
export function fitLogistic(examples: readonly Example[], options: FitOptions): Weights {
  const { seed, bits, l2, gramScale, epochs } = options
  const ruleCount = examples[0]?.features.rules.length ?? 0
  const rules = new Float64Array(ruleCount)
  const grams = new Float64Array(2 ** bits)
  const ruleSteps = new Float64Array(ruleCount).fill(1e-8)
  const gramSteps = new Float64Array(grams.length).fill(1e-8)
  const decay = l2 / Math.max(1, examples.length)
  const order = examples.map((_, index) => index)
  const dice = seededDice(seed)
  const meanRules = new Float64Array(ruleCount)
  const meanGrams = new Float64Array(grams.length)
  const averaged = Math.ceil(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffle(order, dice)) {
      const { features, label } = examples[index] as Example
      const value = gramScale * gramValue(features.buckets.length)
      const error = sigmoid(dot(rules, features.rules) + value * sumOf(grams, features.buckets)) - label
      for (let rule = 0; rule < ruleCount; rule++) {
        const seen = features.rules[rule] as number
        if (seen !== 0) step(rules, ruleSteps, rule, error * seen, rule === 0 ? 0 : decay)
      }
      for (const bucket of features.buckets) step(grams, gramSteps, bucket, error * value, decay)
    }
    if (epoch < epochs - averaged) continue
    addShare(meanRules, rules, 1 / averaged)
    addShare(meanGrams, grams, gramScale / averaged)
  }
  return { rules: meanRules, grams: meanGrams }
}

/** The order of the examples leaves its trace in the last weights; the mean of the later epochs does not hold it. */
function addShare(mean: Float64Array, weights: Float64Array, share: number): void {
  for (let index = 0; index < mean.length; index++)
    mean[index] = (mean[index] as number) + share * (weights[index] as number)
}

/** One AdaGrad step of one weight; the bias (weight 0 of the rules) is not held back. */
function step(weights: Float64Array, steps: Float64Array, at: number, slope: number, decay: number): void {
  const gradient = slope + decay * (weights[at] as number)
  steps[at] = (steps[at] as number) + gradient * gradient
  weights[at] = (weights[at] as number) - (stepLength * gradient) / Math.sqrt(steps[at] as number)
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score))
}

function dot(weights: Float64Array, values: Float64Array): number {
  let sum = 0
  for (let index = 0; index < values.length; index++)
    sum += (weights[index] as number) * (values[index] as number)
  return sum
}

function sumOf(weights: Float64Array, buckets: Int32Array): number {
  let sum = 0
  for (const bucket of buckets) sum += weights[bucket] as number
  return sum
}
