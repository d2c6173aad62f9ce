import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileModel, type FlagFeatures, probabilityOf } from '#domain/flagging/classifier.ts'
import { ruleFeatureNames } from '#domain/flagging/rule-features.ts'
import model from '#seeds/flag-model.json' with { type: 'json' }
import { compareModels, type LabelFeatures } from './compare-models.ts'
import { tuneModel } from './tune-model.ts'
import { isHeldBack, verdicts, whatFollows } from './verdict.ts'

describe('a verdict', () => {
  it.each([
    ['claim', 'correlate', 1, true],
    ['asking', 'drop', 0, true],
    ['hearsay', 'link', 0, true],
    ['settled', 'link', 0, true],
    ['other_debt', 'drop', 0, false],
    ['elsewhere', 'drop', 1, true],
    ['not_ours', 'drop', 0, false],
  ] as const)(
    '%s: %s, teaches %s, text kept for the label: %s',
    (verdict, consequence, taught, aboutWages) => {
      expect(whatFollows(verdict)).toEqual({ consequence, taught, aboutWages })
    },
  )

  it('only a claim opens an incident', () => {
    expect(verdicts.filter((one) => whatFollows(one).consequence === 'correlate')).toEqual(['claim'])
  })
})

describe('labels kept from training', () => {
  it('are a fifth', () => {
    const kept = Array.from({ length: 5_000 }, (_, at) => `工地第${at}条消息`).filter(isHeldBack).length
    expect(kept / 5_000).toBeGreaterThan(0.17)
    expect(kept / 5_000).toBeLessThan(0.23)
  })

  it('are chosen by the words, so that a copy never sits on both sides', () => {
    fc.assert(
      fc.property(fc.string(), (words) => isHeldBack(words) === isHeldBack(` ${words}！！ `)),
      { numRuns: 200 },
    )
  })
})

/** A message that is told by one rule feature and one bucket of letters. */
const message = (at: number, bucket: number, taught: 0 | 1): LabelFeatures => ({
  postId: `p${at}`,
  taught,
  features: { rules: rulesWith('sign:loose'), buckets: Int32Array.from([bucket, 7, 9]) },
})
const rulesWith = (name: string): FlagFeatures['rules'] =>
  Float64Array.from(ruleFeatureNames, (one) => (one === name || one === 'bias' ? 1 : 0))

describe('what officers teach', () => {
  const lessons = Array.from({ length: 60 }, (_, at) =>
    message(at, at % 2 === 0 ? 4_321 : 1_234, at % 2 === 0 ? 1 : 0),
  )
  const challenger = tuneModel(model, lessons, 'trained-here')
  const [before, after] = [compileModel(model), compileModel(challenger)]
  const probability = (of: typeof before, bucket: number) =>
    probabilityOf(of, message(0, bucket, 1).features as FlagFeatures)

  it('moves what it speaks of, either way', () => {
    expect(probability(after, 4_321)).toBeGreaterThan(probability(before, 4_321))
    expect(probability(after, 1_234)).toBeLessThan(probability(after, 4_321))
  })

  it('leaves alone what it does not speak of', () => {
    const other: FlagFeatures = { rules: rulesWith('has:pension'), buckets: Int32Array.from([88, 99]) }
    const quiet = { ...other, rules: new Float64Array(ruleFeatureNames.length) }
    expect(Math.abs(probabilityOf(after, quiet) - probabilityOf(before, quiet))).toBeLessThan(0.02)
  })

  it('teaches the same twice', () => {
    expect(tuneModel(model, lessons, 'trained-here')).toEqual(challenger)
  })

  it('shows the challenger beside the champion, with each label they differ on', () => {
    const flaggedAt = (probability(after, 4_321) + probability(after, 1_234)) / 2
    const report = compareModels(before, after, lessons, flaggedAt)
    expect(report.heldBack).toBe(60)
    expect(report.challenger).toMatchObject({ precision: 1, recall: 1, f1: 1, right: 60, of: 60 })
    expect(report.champion.f1).toBeLessThan(1)
    expect(
      report.disagreements.map(
        ({ champion, challenger }) => champion >= flaggedAt !== challenger >= flaggedAt,
      ),
    ).toEqual(Array.from({ length: 60 - report.champion.right }, () => true))
  })
})
