import { describe, expect, it } from 'vitest'
import {
  bucketsOf,
  compileModel,
  type FlagModelJson,
  gramValue,
  probabilityOf,
  scoreFeatures,
  strongestGrams,
} from './classifier.ts'
import { eachGram, windowsAround } from './letter-grams.ts'
import { ruleFeatureNames } from './rule-features.ts'

const bits = 8
const text = '老板拖欠工资三个月'
const places = [{ start: 2, end: 6 }]

function modelWith(weightOf: (bucket: number) => number, rules: Record<string, number> = {}) {
  const weights = Int8Array.from({ length: 2 ** bits }, (_, bucket) => weightOf(bucket))
  const json: FlagModelJson = {
    version: 'test',
    trainedOn: { messages: 2, positives: 1, seed: 1 },
    rules,
    grams: { bits, scale: 0.5, weights: Buffer.from(weights.buffer).toString('base64') },
    calibration: { slope: 2, offset: -1 },
    floor: 0.001,
  }
  return compileModel(json)
}

function bucketOf(gram: string): number {
  let found = -1
  eachGram(gram, [{ start: 0, end: gram.length }], bits, (bucket, start, end) => {
    if (start === 0 && end === gram.length) found = bucket
  })
  return found
}

describe('the linear model', () => {
  it('adds rules and letters, and the calibration makes a probability of it', () => {
    const model = modelWith(() => 0, { bias: 1.5 })
    const rules = new Float64Array(ruleFeatureNames.length)
    rules[ruleFeatureNames.indexOf('bias')] = 1
    const features = { rules, buckets: Int32Array.from([]) }
    expect(scoreFeatures(model, features)).toBe(1.5)
    expect(probabilityOf(model, features)).toBeCloseTo(1 / (1 + Math.exp(-2)), 6)
  })

  it('counts each bucket once, and a long message no more than a short one', () => {
    const buckets = bucketsOf(`${text}${text}`, [{ start: 0, end: 18 }], bits)
    expect(new Set(buckets).size).toBe(buckets.length)
    expect(gramValue(99)).toBeCloseTo(0.1)
  })

  it('reads only around words of wages', () => {
    const long = '好'.repeat(200)
    expect(windowsAround(long, [{ start: 100, end: 102 }])).toEqual([{ start: 84, end: 118 }])
    expect(windowsAround(long, [])).toEqual([])
  })

  it('shows the letters that moved it most, without overlaps', () => {
    const owed = bucketOf('拖欠')
    const wages = bucketOf('工资')
    const model = modelWith((bucket) => (bucket === owed ? 120 : bucket === wages ? 60 : 0))
    const shown = strongestGrams(model, text, places, 10, 3).map(({ start, end }) => text.slice(start, end))
    expect(shown[0]).toBe('拖欠')
    expect(shown).toContain('工资')
  })

  it('refuses a table of another size', () => {
    const json = { bits, scale: 1, weights: Buffer.from(new Int8Array(3).buffer).toString('base64') }
    const broken = { ...({} as FlagModelJson), rules: {}, grams: json }
    expect(() => compileModel(broken)).toThrow(RangeError)
  })
})
