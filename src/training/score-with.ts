import { type FlagFeatures, gramValue } from '#domain/flagging/classifier.ts'
import type { Weights } from './fit-logistic.ts'

/** The linear score under weights that are not yet a model file. */
export function scoreWith({ rules, grams }: Weights, features: FlagFeatures): number {
  let score = 0
  for (let index = 0; index < rules.length; index++) {
    score += (rules[index] as number) * (features.rules[index] as number)
  }
  let letters = 0
  for (const bucket of features.buckets) letters += grams[bucket] as number
  return score + letters * gramValue(features.buckets.length)
}
