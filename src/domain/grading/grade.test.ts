import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeFactsOf } from '#domain/incident/grade-facts.ts'
import { compareGrades, type Grade, proposeGrade } from './grade.ts'
import { defaultLimits, type GradeFacts, gradeRules } from './rules.ts'

const nothing: GradeFacts = {
  gathered: 0,
  unpaid: 0,
  owedYuan: 0,
  danger: 0,
  violence: false,
  officeOrRoadBlocked: false,
  gateBlockedOrBanner: false,
  fled: false,
  onProject: false,
  publicFunds: false,
}
const plain = { seasonLift: 0, corroborated: true }
const propose = (facts: Partial<GradeFacts>, circumstances = plain) =>
  proposeGrade({ ...nothing, ...facts }, circumstances, defaultLimits)

describe('every line of the grade table', () => {
  it.each<[string, Partial<GradeFacts>, Grade, string]>([
    ['violence', { violence: true, danger: 1 }, 'I', 'I_violence'],
    ['101 gathered', { gathered: 101 }, 'I', 'I_gathered'],
    ['100 gathered', { gathered: 100 }, 'I', 'I_gathered'],
    ['99 gathered', { gathered: 99 }, 'II', 'II_gathered'],
    ['300 unpaid', { unpaid: 300 }, 'I', 'I_unpaid'],
    ['299 unpaid', { unpaid: 299 }, 'II', 'II_unpaid'],
    ['10 million owed by a firm', { owedYuan: 10_000_000 }, 'I', 'I_owed'],
    ['9,999,999 owed by a firm', { owedYuan: 9_999_999 }, 'II', 'II_owed'],
    ['10 million owed on a project', { owedYuan: 10_000_000, onProject: true }, 'I', 'I_owed'],
    ['a life threatened', { danger: 1 }, 'II', 'II_life'],
    ['an office or a road blocked', { officeOrRoadBlocked: true }, 'II', 'II_blocked'],
    ['31 gathered', { gathered: 31 }, 'II', 'II_gathered'],
    ['30 gathered', { gathered: 30 }, 'II', 'II_gathered'],
    ['29 gathered', { gathered: 29 }, 'III', 'III_gathered'],
    ['100 unpaid', { unpaid: 100 }, 'II', 'II_unpaid'],
    ['99 unpaid', { unpaid: 99 }, 'III', 'III_unpaid'],
    ['2 million owed by a firm', { owedYuan: 2_000_000 }, 'II', 'II_owed'],
    ['1,999,999 owed by a firm', { owedYuan: 1_999_999 }, 'III', 'III_owed'],
    ['5 million owed on a project', { owedYuan: 5_000_000, onProject: true }, 'II', 'II_owed'],
    ['4,999,999 owed on a project', { owedYuan: 4_999_999, onProject: true }, 'III', 'III_owed'],
    ['an employer who fled', { fled: true }, 'III', 'III_fled'],
    ['a gate blocked or a banner', { gateBlockedOrBanner: true }, 'III', 'III_gate'],
    ['10 gathered', { gathered: 10 }, 'III', 'III_gathered'],
    ['9 gathered', { gathered: 9 }, 'IV', 'IV_gathered'],
    ['30 unpaid', { unpaid: 30 }, 'III', 'III_unpaid'],
    ['29 unpaid', { unpaid: 29 }, 'IV', 'IV_unpaid'],
    ['500,000 owed', { owedYuan: 500_000 }, 'III', 'III_owed'],
    ['499,999 owed', { owedYuan: 499_999 }, 'IV', 'IV_owed'],
    ['5 gathered', { gathered: 5 }, 'IV', 'IV_gathered'],
    ['4 gathered', { gathered: 4 }, 'watch', 'weaker_than_any_line'],
    ['10 unpaid', { unpaid: 10 }, 'IV', 'IV_unpaid'],
    ['9 unpaid', { unpaid: 9 }, 'watch', 'weaker_than_any_line'],
    ['100,000 owed', { owedYuan: 100_000 }, 'IV', 'IV_owed'],
    ['99,999 owed', { owedYuan: 99_999 }, 'watch', 'weaker_than_any_line'],
    ['nothing stated', {}, 'watch', 'weaker_than_any_line'],
  ])('%s', (_, facts, grade, rule) => {
    const proposed = propose(facts)
    expect([proposed.grade, proposed.reason.rule]).toEqual([grade, rule])
    expect(proposed.reason.modifiers).toEqual([])
  })

  it('shows the figure the line looked at', () => {
    expect(propose({ unpaid: 38 }).reason.facts).toEqual({ unpaid: 38 })
  })
})

describe('what moves a grade', () => {
  it.each<[string, Partial<GradeFacts>, typeof plain, Grade, string[]]>([
    ['the season lifts by one', { unpaid: 30 }, { ...plain, seasonLift: 1 }, 'II', ['season']],
    ['the season lifts no higher than Ⅰ', { unpaid: 300 }, { ...plain, seasonLift: 1 }, 'I', []],
    ['the season lifts what is watched', {}, { ...plain, seasonLift: 1 }, 'IV', ['season']],
    [
      'a single source lowers by one',
      { unpaid: 30 },
      { ...plain, corroborated: false },
      'IV',
      ['single_source'],
    ],
    ['a single source lowers no further than 关注', {}, { ...plain, corroborated: false }, 'watch', []],
    ['a single source never hides danger', { danger: 1 }, { ...plain, corroborated: false }, 'II', []],
    [
      'a single source never hides violence',
      { danger: 1, violence: true },
      { ...plain, corroborated: false },
      'I',
      [],
    ],
    ['public money lifts by one', { unpaid: 30, publicFunds: true }, plain, 'II', ['public_funds']],
    ['public money lifts no higher than Ⅱ', { unpaid: 100, publicFunds: true }, plain, 'II', []],
    ['public money leaves a Ⅰ as it is', { unpaid: 300, publicFunds: true }, plain, 'I', []],
    [
      'all three are told in their order',
      { unpaid: 10, publicFunds: true },
      { seasonLift: 1, corroborated: false },
      'III',
      ['public_funds', 'season', 'single_source'],
    ],
  ])('%s', (_, facts, circumstances, grade, modifiers) => {
    const proposed = propose(facts, circumstances)
    expect(proposed.grade).toBe(grade)
    expect(proposed.reason.modifiers.map(({ rule }) => rule)).toEqual(modifiers)
  })
})

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
  amountYuan: range(20_000_000),
  months: range(24),
  danger,
  collective,
  flight,
})
const circumstances = fc.record({ seasonLift: fc.integer({ min: 0, max: 1 }), corroborated: fc.boolean() })

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
        const before = proposeGrade(gradeFactsOf(facts), known, defaultLimits)
        const after = proposeGrade(gradeFactsOf(worse), known, defaultLimits)
        expect(compareGrades(after.grade, before.grade)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('a second source, public money or the season never lower it', () => {
    fc.assert(
      fc.property(claim, circumstances, (facts, known) => {
        const read = gradeFactsOf(facts)
        const { grade } = proposeGrade(read, known, defaultLimits)
        for (const [more, about] of [
          [read, { ...known, corroborated: true }],
          [read, { ...known, seasonLift: 1 }],
          [{ ...read, publicFunds: true }, known],
        ] as const) {
          expect(compareGrades(proposeGrade(more, about, defaultLimits).grade, grade)).toBeGreaterThanOrEqual(
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
        const { grade } = proposeGrade(gradeFactsOf(facts), known, defaultLimits)
        expect(compareGrades(grade, 'II')).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('names the rule that fired, and its modifiers lead from the base to the grade', () => {
    const ids = new Set([...gradeRules.map(({ id }) => id), 'weaker_than_any_line'])
    fc.assert(
      fc.property(claim, circumstances, (facts, known) => {
        const { grade, reason } = proposeGrade(gradeFactsOf(facts), known, defaultLimits)
        expect(ids).toContain(reason.rule)
        let at = reason.base
        for (const { from, to } of reason.modifiers) {
          expect(from).toBe(at)
          at = to
        }
        expect(at).toBe(grade)
      }),
    )
  })
})
