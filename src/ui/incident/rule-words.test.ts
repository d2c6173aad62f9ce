import { describe, expect, it } from 'vitest'
import { defaultRules } from '#domain/grading/default-rules.ts'
import { countFacts, type GradeFacts, modifiers, readBy } from '#domain/grading/rules.ts'
import { messagesFor, translatorFor } from '#i18n/translator.ts'

const languages = ['zh', 'en'] as const
const say = (locale: (typeof languages)[number]) =>
  translatorFor(locale) as unknown as (key: string, blanks: object) => string

describe.each(languages)('every rule is put into %s words', (locale) => {
  const { rule } = messagesFor(locale)

  const counted = Object.fromEntries(
    countFacts.map((fact, at) => [fact, 654_000 + at]),
  ) as unknown as GradeFacts

  it.each(defaultRules.lines)('grade line $id', (line) => {
    const { atLeast, sign, ...facts } = readBy(line, counted)
    const sentence = say(locale)(`rule.grade.${line.id}`, facts)
    expect(sentence).not.toContain('rule.grade')
    if (line.id === 'II_life') return
    for (const number of Object.values(facts)) expect(sentence.replaceAll(',', '')).toContain(String(number))
  })

  it('says so when no line fired', () => {
    expect(rule.grade.weaker_than_any_line).not.toBe('')
  })

  it.each(modifiers)('modifier %s', (id) => {
    expect(say(locale)(`rule.modifier.${id}`, { from: 'Ⅲ', to: 'Ⅱ' })).toContain('Ⅱ')
  })

  it.each([
    ['same_employer', { employer: '某毛衫厂' }, '某毛衫厂'],
    ['same_place_near_text', { nearness: 61 }, '61%'],
    ['same_place_same_trade', { trade: '毛衫厂' }, '毛衫厂'],
    ['same_project', { project: '幸福花苑' }, '幸福花苑'],
    ['nearly_same_text', { nearness: 88 }, '88%'],
  ])('join rule %s', (id, facts, shown) => {
    expect(say(locale)(`rule.join.${id}`, facts)).toContain(shown)
  })
})

describe.each(['zh', 'en'] as const)('what two incidents share, in %s', (locale) => {
  it.each(['employer', 'project', 'trade', 'workers', 'amountYuan', 'months', 'nearness'])('%s', (sign) => {
    expect(say(locale)(`rule.sign.${sign}`, { value: '某物' })).toContain('某物')
  })

  it.each([
    'other_employer',
    'other_project',
    'other_place',
    'other_headcount',
    'other_amount',
    'other_period',
  ])('what forbids it: %s', (veto) => {
    expect(say(locale)(`rule.veto.${veto}`, {})).not.toContain('rule.veto')
    expect(say(locale)(`rule.join.${veto}`, {})).not.toContain('rule.join')
  })
})

/** The keys of both languages must agree in the sections of the desk. */
describe('the two languages', () => {
  const keys = (section: object, path = ''): string[] =>
    Object.entries(section).flatMap(([key, value]) =>
      typeof value === 'string' ? [`${path}${key}`] : keys(value, `${path}${key}.`),
    )

  it.each([
    'desk',
    'incident',
    'timeline',
    'intake',
    'import',
    'sources',
    'problem',
    'rule',
    'refusal',
  ] as const)('say the same in %s', (section) => {
    expect(keys(messagesFor('en')[section]).sort()).toEqual(keys(messagesFor('zh')[section]).sort())
  })
})
