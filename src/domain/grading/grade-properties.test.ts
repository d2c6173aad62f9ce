import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeFactsOf } from '#domain/incident/grade-facts.ts'
import { defaultRules } from './default-rules.ts'
import { compareGrades, gradeOfReason, proposeGrade } from './grade.ts'
import { type StatedFact, statedCounts, statedSigns, withStated } from './stated-facts.ts'

const kindsOf = (...kinds: string[]) => fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: kinds.length })
const range = (max: number) => fc.option(fc.integer({ min: 0, max }).map((min) => ({ min, max: null })))
const danger = kindsOf('height', 'fire', 'poison', 'violence', 'self_harm', 'detention')
const collective = kindsOf(
  'gathering',
  'banner',
  'blocked_gate',
  'blocked_road',
  'office',
  'strike',
  'petition',
  'planned',
)
const flight = kindsOf('fled', 'closed', 'seized', 'assets_moved')
const claim = fc.record({
  placeCode: fc.constant(null),
  employer: fc.option(fc.constantFrom('某某制衣有限公司', '城投集团')),
  project: fc.option(fc.constantFrom('城南安置房', '幸福花苑三期')),
  workers: range(400),
  gathered: range(400),
  amountYuan: range(20_000_000),
  months: range(24),
  danger,
  collective,
  flight,
})
const circumstances = fc.record({
  seasonLift: fc.integer({ min: 0, max: 1 }),
  nearProtectedEvent: fc.boolean(),
  corroborated: fc.boolean(),
})
const stated = fc.record(
  Object.fromEntries([
    ...statedCounts.map((fact) => [fact, fc.integer({ min: 0, max: 2_000_000 })] as const),
    ...statedSigns.map((fact) => [fact, fc.boolean()] as const),
  ]) as Record<StatedFact, fc.Arbitrary<number | boolean>>,
  { requiredKeys: [] },
)
const said = (values: Partial<Record<StatedFact, number | boolean>>) =>
  Object.fromEntries(
    Object.entries(values).map(([fact, value]) => [
      fact,
      { value, by: { post: '值班员', agency: 'rsj' }, at: '' },
    ]),
  )

describe('whatever is claimed', () => {
  it('more harm never lowers the proposed grade', () => {
    const more = fc.record({
      workers: fc.nat(400),
      amountYuan: fc.nat(20_000_000),
      danger,
      collective,
      flight,
    })
    fc.assert(
      fc.property(claim, more, circumstances, (facts, added, known) => {
        const worse = {
          ...facts,
          // A gathering of unknown size counts as five, so that a known three would be less.
          workers:
            facts.workers || added.workers >= 5
              ? { min: (facts.workers?.min ?? 0) + added.workers, max: null }
              : null,
          amountYuan: { min: (facts.amountYuan?.min ?? 0) + added.amountYuan, max: null },
          danger: [...new Set([...facts.danger, ...added.danger])],
          collective: [...new Set([...facts.collective, ...added.collective])],
          flight: [...new Set([...facts.flight, ...added.flight])],
        }
        const before = proposeGrade(gradeFactsOf(facts), known, defaultRules)
        const after = proposeGrade(gradeFactsOf(worse), known, defaultRules)
        expect(compareGrades(after.grade, before.grade)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('more of anything officers state, and any stricter circumstance, never lowers it', () => {
    fc.assert(
      fc.property(
        claim,
        stated,
        stated,
        circumstances,
        fc.boolean(),
        (facts, first, more, known, onProject) => {
          const read = { ...gradeFactsOf(facts), onProject }
          const worse = Object.fromEntries(
            [...new Set([...Object.keys(first), ...Object.keys(more)])].map((key) => {
              const [a, b] = [first[key as StatedFact], more[key as StatedFact]]
              return [
                key,
                typeof (a ?? b) === 'number'
                  ? Math.max(Number(a ?? 0), Number(b ?? 0))
                  : a === true || b === true,
              ]
            }),
          )
          const stricter = { seasonLift: 1, nearProtectedEvent: true, corroborated: true }
          const before = proposeGrade(withStated(read, said(first)), known, defaultRules)
          const after = proposeGrade(withStated(read, said(worse)), known, defaultRules)
          const strict = proposeGrade(withStated(read, said(worse)), stricter, defaultRules)
          expect(compareGrades(after.grade, before.grade)).toBeGreaterThanOrEqual(0)
          expect(compareGrades(strict.grade, after.grade)).toBeGreaterThanOrEqual(0)
          if (before.reason.generalPlan) expect(after.reason.generalPlan).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('a second source, public money or the season never lower it', () => {
    fc.assert(
      fc.property(claim, circumstances, (facts, known) => {
        const read = gradeFactsOf(facts)
        const { grade } = proposeGrade(read, known, defaultRules)
        for (const [more, about] of [
          [read, { ...known, corroborated: true }],
          [read, { ...known, seasonLift: 1 }],
          [{ ...read, publicFunds: true }, known],
        ] as const) {
          expect(compareGrades(proposeGrade(more, about, defaultRules).grade, grade)).toBeGreaterThanOrEqual(
            0,
          )
        }
      }),
    )
  })

  it('danger to life is at least Ⅱ, however few say so', () => {
    fc.assert(
      fc.property(claim, circumstances, (facts, known) => {
        fc.pre(facts.danger.length > 0)
        const { grade } = proposeGrade(gradeFactsOf(facts), known, defaultRules)
        expect(compareGrades(grade, 'II')).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('names the rule that fired, and its modifiers lead from the base to the grade', () => {
    const ids = new Set([...defaultRules.lines.map(({ id }) => id), 'weaker_than_any_line'])
    fc.assert(
      fc.property(claim, circumstances, (facts, known) => {
        const { grade, reason } = proposeGrade(gradeFactsOf(facts), known, defaultRules)
        expect(ids).toContain(reason.rule)
        let at = reason.base
        for (const { from, to } of reason.modifiers) {
          expect(from).toBe(at)
          at = to
        }
        expect(at).toBe(grade)
        expect(gradeOfReason(reason)).toBe(grade)
      }),
    )
  })
})
