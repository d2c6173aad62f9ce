import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admitPlan, firstMissed, type Instalment, instalmentStates } from './plan.ts'

const now = new Date('2026-11-23T06:00:00Z')
const parts: Instalment[] = [
  { dueOn: '2026-11-30', fen: 300 },
  { dueOn: '2026-12-31', fen: 200 },
]

describe('a repayment plan', () => {
  it.each<[string, Instalment[], number, string | null]>([
    ['covers what is left', parts, 500, null],
    ['begins today', [{ dueOn: '2026-11-23', fen: 500 }], 500, null],
    ['has no part', [], 500, 'plan_empty'],
    ['leaves something over', parts, 501, 'plan_sum'],
    ['promises too much', parts, 499, 'plan_sum'],
    ['goes back in time', [...parts].reverse(), 500, 'plan_order'],
    [
      'has two parts on one day',
      [parts[0] as Instalment, { dueOn: '2026-11-30', fen: 200 }],
      500,
      'plan_order',
    ],
    ['began yesterday', [{ dueOn: '2026-11-22', fen: 500 }], 500, 'plan_in_the_past'],
    [
      'has no end',
      Array.from({ length: 37 }, (_, i) => ({ dueOn: `20${27 + i}-01-01`, fen: 1 })),
      37,
      'plan_too_long',
    ],
  ])('that %s', (_, instalments, left, code) => {
    const answer = admitPlan(instalments, left, now)
    expect(answer.ok ? null : answer.refusal.code).toBe(code)
  })

  it.each<[string, string, number, string[]]>([
    ['the evening before the first part is due', '2026-11-30T15:59:59Z', 0, ['running', 'running']],
    ['the first second after that day in Asia/Shanghai', '2026-11-30T16:00:00Z', 0, ['missed', 'running']],
    ['a fen short', '2026-11-30T16:00:00Z', 299, ['missed', 'running']],
    ['paid late, it is kept after all', '2026-12-10T00:00:00Z', 300, ['kept', 'running']],
    ['more than one part is paid at once', '2026-11-24T00:00:00Z', 450, ['kept', 'running']],
    ['all is paid', '2027-01-10T00:00:00Z', 500, ['kept', 'kept']],
    ['only the first was paid', '2027-01-10T00:00:00Z', 300, ['kept', 'missed']],
  ])('%s', (_, at, paid, states) => {
    expect(instalmentStates(parts, paid, new Date(at)).map(({ state }) => state)).toEqual(states)
  })

  it('credits each fen to one part only, earliest first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 }),
        fc.nat(8_000),
        (sums, paid) => {
          const instalments = sums.map((fen, index) => ({ dueOn: `20${30 + index}-01-01`, fen }))
          const states = instalmentStates(instalments, paid, now)
          const total = sums.reduce((all, one) => all + one, 0)
          expect(states.reduce((all, { paidFen }) => all + paidFen, 0)).toBe(Math.min(paid, total))
          const open = states.findIndex(({ state }) => state !== 'kept')
          for (const later of open < 0 ? [] : states.slice(open + 1)) expect(later.paidFen).toBe(0)
          expect(firstMissed(states)).toBe(-1)
        },
      ),
    )
  })
})
