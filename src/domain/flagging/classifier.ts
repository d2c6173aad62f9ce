import type { WordHits } from './find-words.ts'
import { eachGram, windowsAround } from './letter-grams.ts'
import { ruleFeatureNames } from './rule-features.ts'
import type { WageSign } from './wage-signs.ts'

/** seeds/flag-model.json: what `anxin train` learned. It holds no text: letters are hashed into buckets. */
export type FlagModelJson = {
  version: string
  trainedOn: { messages: number; positives: number; seed: number }
  /** Weight of every rule feature, by name; one the model does not know counts nothing. */
  rules: Record<string, number>
  /** `2 ** bits` weights of hashed letter runs, one signed byte each, base64; the byte times `scale` is the weight. */
  grams: { bits: number; scale: number; weights: string }
  /** Platt: probability = 1 / (1 + exp(-(slope · z + offset))). */
  calibration: { slope: number; offset: number }
  /** Probability of a message without a single word of wages. */
  floor: number
}

export type FlagModel = {
  version: string
  rules: Float64Array
  bits: number
  grams: Float32Array
  calibration: { slope: number; offset: number }
  floor: number
}

/** Prepares the weights once per process. */
export function compileModel(json: FlagModelJson): FlagModel {
  const bytes = Uint8Array.from(atob(json.grams.weights), (letter) => letter.charCodeAt(0))
  const weights = new Int8Array(bytes.buffer)
  if (weights.length !== 2 ** json.grams.bits) throw new RangeError('the model file holds no such table')
  return {
    version: json.version,
    rules: Float64Array.from(ruleFeatureNames, (name) => json.rules[name] ?? 0),
    bits: json.grams.bits,
    grams: Float32Array.from(weights, (weight) => weight * json.grams.scale),
    calibration: json.calibration,
    floor: json.floor,
  }
}

/** What the model reads of a message: the rules' features and the buckets of the letters around words of wages. */
export type FlagFeatures = { rules: Float64Array; buckets: Int32Array }

/** Words of wages and signs: a message without any is not read by the model at all. */
export function placesOfWages(
  hits: WordHits,
  signs: readonly WageSign[],
): readonly { start: number; end: number }[] {
  const pay = hits.pay.filter(({ scope }) => scope !== 'among-labour')
  return [...hits.arrears, ...hits.wage, ...pay, ...hits.money, ...signs]
}

/** Each bucket once, however often its letters return. */
export function bucketsOf(
  text: string,
  places: readonly { start: number; end: number }[],
  bits: number,
): Int32Array {
  const size = 2 ** bits
  if (seenIn.length < size) seenIn = new Uint32Array(size)
  if (++messagesRead > 0xffffffff) messagesRead = 1
  const message = messagesRead
  const found: number[] = []
  eachGram(text, windowsAround(text, places), bits, (bucket) => {
    if (seenIn[bucket] === message) return
    seenIn[bucket] = message
    found.push(bucket)
  })
  return Int32Array.from(found)
}

/** Which message a bucket was last seen in; a set of buckets that need not be emptied. */
let seenIn = new Uint32Array(0)
let messagesRead = 0

/** What a bucket counts in a message of so many; long messages weigh no more than short ones. */
export function gramValue(buckets: number): number {
  return 1 / Math.sqrt(buckets + 1)
}

/** The linear score of a message, before calibration. */
export function scoreFeatures(model: FlagModel, { rules, buckets }: FlagFeatures): number {
  let score = 0
  for (let index = 0; index < rules.length; index++) {
    score += (model.rules[index] as number) * (rules[index] as number)
  }
  let letters = 0
  for (let index = 0; index < buckets.length; index++)
    letters += model.grams[buckets[index] as number] as number
  return score + letters * gramValue(buckets.length)
}

/** How likely the message is a claim of arrears, as the held-out folds of the training bore it out. */
export function probabilityOf(model: FlagModel, features: FlagFeatures): number {
  const { slope, offset } = model.calibration
  return 1 / (1 + Math.exp(-(slope * scoreFeatures(model, features) + offset)))
}

/** Letters that spoke for or against, with what they added to the linear score. */
export type GramEvidence = { start: number; end: number; added: number }

/** So many are held while reading; those that overlap a stronger one fall out afterwards. */
const heldGrams = 12

/** The letter runs that moved the score of a message of so many buckets most, without overlaps, strongest first. */
export function strongestGrams(
  model: FlagModel,
  text: string,
  places: readonly { start: number; end: number }[],
  buckets: number,
  most: number,
): GramEvidence[] {
  const held: GramEvidence[] = []
  let weakest = 0
  eachGram(text, windowsAround(text, places), model.bits, (bucket, start, end) => {
    const added = model.grams[bucket] as number
    if (Math.abs(added) <= weakest) return
    let at = held.length
    while (at > 0 && Math.abs((held[at - 1] as GramEvidence).added) < Math.abs(added)) at--
    held.splice(at, 0, { start, end, added })
    if (held.length <= heldGrams) return
    held.pop()
    weakest = Math.abs((held.at(-1) as GramEvidence).added)
  })
  const chosen: GramEvidence[] = []
  for (const gram of held) {
    if (chosen.length === most) break
    if (chosen.some(({ start, end }) => gram.start < end && start < gram.end)) continue
    chosen.push({ ...gram, added: gram.added * gramValue(buckets) })
  }
  return chosen
}
