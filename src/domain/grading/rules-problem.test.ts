import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultRules } from './default-rules.ts'
import { compareGrades, proposeGrade } from './grade.ts'
import { countFacts, type GradeFacts, type GradeLine, type GradeRules, isCount, signFacts } from './rules.ts'
import { problemOf } from './rules-problem.ts'

const changed = (id: string, change: (line: GradeLine) => GradeLine): GradeRules => ({
  ...defaultRules,
  lines: defaultRules.lines.map((line) => (line.id === id ? change(line) : line)),
})
const limited = (id: string, atLeast: number) =>
  changed(id, (line) => (isCount(line.when) ? { ...line, when: { ...line.when, atLeast } } : line))
const off = (line: GradeLine) => ({ ...line, off: true })

describe('rules that cannot be saved', () => {
  it.each<[string, GradeRules, string | undefined]>([
    ['the product’s own can', defaultRules, undefined],
    ['a lower limit can', limited('I_gathered', 50), undefined],
    ['a line switched off can', changed('III_gate', off), undefined],
    ['Ⅱ at more people than Ⅰ', limited('II_gathered', 100), 'limit_crossed'],
    ['danger to life switched off', changed('II_life', off), 'danger_line_missing'],
    [
      'danger to life only Ⅲ',
      changed('II_life', (line) => ({ ...line, grade: 'III' })),
      'lines_out_of_order',
    ],
    ['two signs of danger needed', limited('II_life', 2), 'danger_line_missing'],
    [
      'a line twice',
      { ...defaultRules, lines: [...defaultRules.lines, ...defaultRules.lines.slice(-1)] },
      'line_twice',
    ],
    [
      'a weaker line first',
      { ...defaultRules, lines: defaultRules.lines.toReversed() },
      'lines_out_of_order',
    ],
    [
      'an event that ends before it begins',
      {
        ...defaultRules,
        protectedEvents: [{ name: '峰会', from: '2026-11-20', to: '2026-11-18', placeCode: '330483105' }],
      },
      'event_days_crossed',
    ],
  ])('%s', (_, rules, code) => {
    expect(problemOf(rules)?.code).toBe(code)
  })
})

const facts: fc.Arbitrary<GradeFacts> = fc.record({
  ...(Object.fromEntries(countFacts.map((fact) => [fact, fc.nat(2_000)])) as Record<
    (typeof countFacts)[number],
    fc.Arbitrary<number>
  >),
  ...(Object.fromEntries(signFacts.map((fact) => [fact, fc.boolean()])) as Record<
    (typeof signFacts)[number],
    fc.Arbitrary<boolean>
  >),
  onProject: fc.boolean(),
  publicFunds: fc.boolean(),
  vulnerable: fc.boolean(),
  notsStir: fc.boolean(),
})

describe('whatever rules could be saved', () => {
  it('more harm never lowers a grade', () => {
    const limits = fc.array(
      fc.record({ at: fc.nat(27), atLeast: fc.integer({ min: 1, max: 2_000 }), off: fc.boolean() }),
      {
        maxLength: 12,
      },
    )
    let savable = 0
    fc.assert(
      fc.property(limits, facts, facts, (edits, one, other) => {
        const lines = defaultRules.lines.map((line, at) => {
          const edit = edits.find((each) => each.at === at)
          if (!edit) return line
          const when = isCount(line.when) ? { ...line.when, atLeast: edit.atLeast } : line.when
          return { ...line, when, off: edit.off }
        })
        const rules = { ...defaultRules, lines }
        fc.pre(problemOf(rules) === null)
        savable += 1
        const worse = Object.fromEntries(
          Object.entries(one).map(([fact, value]) => {
            const more = other[fact as keyof GradeFacts]
            if (fact === 'onProject') return [fact, value]
            return [fact, typeof value === 'number' ? value + Number(more) : value || more]
          }),
        ) as GradeFacts
        const known = { seasonLift: 0, nearProtectedEvent: false, corroborated: false }
        const [before, after] = [proposeGrade(one, known, rules), proposeGrade(worse, known, rules)]
        expect(compareGrades(after.grade, before.grade)).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(savable).toBeGreaterThan(0)
  })
})
