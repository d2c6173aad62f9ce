import { describe, expect, it } from 'vitest'
import { defaultRules } from './default-rules.ts'
import { type Grade, proposeGrade } from './grade.ts'
import { type CountFact, countFacts, type GradeFacts, type SignFact, signFacts } from './rules.ts'

const counts = Object.fromEntries(countFacts.map((fact) => [fact, 0])) as Record<CountFact, number>
const signs = Object.fromEntries(signFacts.map((fact) => [fact, false])) as Record<SignFact, boolean>
const nothing: GradeFacts = {
  ...counts,
  ...signs,
  onProject: false,
  publicFunds: false,
  vulnerable: false,
  notsStir: false,
}
const plain = { seasonLift: 0, nearProtectedEvent: false, corroborated: true }
const propose = (facts: Partial<GradeFacts>, circumstances = plain) =>
  proposeGrade({ ...nothing, ...facts }, circumstances, defaultRules)

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
    ['one dead', { dead: 1 }, 'I', 'I_dead'],
    ['one badly hurt', { badlyHurt: 1 }, 'I', 'I_hurt'],
    ['arson', { arson: true }, 'I', 'I_arson'],
    ['an attack on an office', { officeAttacked: true }, 'I', 'I_office'],
    ['a main road or rail stopped', { mainRoadStopped: true }, 'I', 'I_road'],
    ['linked gatherings in two cities', { cities: 2 }, 'I', 'I_cities'],
    ['a gathering in one city', { cities: 1 }, 'watch', 'weaker_than_any_line'],
    ['a group petition to the province', { provincePetition: true }, 'II', 'II_petition'],
    ['50,000 views', { views: 50_000 }, 'III', 'III_views'],
    ['49,999 views', { views: 49_999 }, 'watch', 'weaker_than_any_line'],
    ['500 reposts', { reposts: 500 }, 'III', 'III_reposts'],
    ['three platforms in two hours', { platforms: 3 }, 'III', 'III_platforms'],
    ['a national outlet', { nationalOutlet: true }, 'III', 'III_outlet'],
    ['nothing stated', {}, 'watch', 'weaker_than_any_line'],
  ])('%s', (_, facts, grade, rule) => {
    const proposed = propose(facts)
    expect([proposed.grade, proposed.reason.rule]).toEqual([grade, rule])
    expect(proposed.reason.modifiers).toEqual([])
  })

  it('shows the figure the line looked at', () => {
    expect(propose({ unpaid: 38 }).reason.facts).toEqual({ unpaid: 38, atLeast: 30 })
    expect(propose({ owedYuan: 5_200_000, onProject: true }).reason.facts).toEqual({
      owedYuan: 5_200_000,
      atLeast: 5_000_000,
    })
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
    [
      'a protected event lifts by one',
      { unpaid: 30 },
      { ...plain, nearProtectedEvent: true },
      'II',
      ['protected_event'],
    ],
    [
      'the season and a protected event lift once',
      { unpaid: 10 },
      { ...plain, seasonLift: 1, nearProtectedEvent: true },
      'III',
      ['season'],
    ],
    [
      'a minor, a hospital or a school lifts by one',
      { unpaid: 30, vulnerable: true },
      plain,
      'II',
      ['vulnerable'],
    ],
    [
      'one of the four 不 that stirs lifts by one',
      { unpaid: 30, notsStir: true },
      plain,
      'II',
      ['four_nots'],
    ],
    ['a single source never hides the dead', { dead: 1 }, { ...plain, corroborated: false }, 'I', []],
    ['public money leaves a Ⅰ as it is', { unpaid: 300, publicFunds: true }, plain, 'I', []],
    [
      'all three are told in their order',
      { unpaid: 10, publicFunds: true },
      { seasonLift: 1, nearProtectedEvent: false, corroborated: false },
      'III',
      ['public_funds', 'season', 'single_source'],
    ],
  ])('%s', (_, facts, circumstances, grade, modifiers) => {
    const proposed = propose(facts, circumstances)
    expect(proposed.grade).toBe(grade)
    expect(proposed.reason.modifiers.map(({ rule }) => rule)).toEqual(modifiers)
  })
})

describe('the general emergency plan', () => {
  it.each<[string, Partial<GradeFacts>, true | undefined]>([
    ['999 gathered', { gathered: 999 }, undefined],
    ['1,000 gathered', { gathered: 1_000 }, true],
    ['two dead', { dead: 2 }, undefined],
    ['three dead', { dead: 3 }, true],
  ])('%s', (_, facts, flag) => {
    const { grade, reason } = propose(facts)
    expect([grade, reason.generalPlan]).toEqual(['I', flag])
  })
})
