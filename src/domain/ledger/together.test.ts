import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Balance, balanceOf, type LedgerEntry } from './ledger.ts'
import { type Book, balanceTogether, settledTogether } from './together.ts'

const now = new Date('2026-11-23T06:00:00Z')
const entry = (kind: LedgerEntry['kind'], fen: number, workers: number | null = null): LedgerEntry => ({
  ...{ id: `${kind}-${fen}-${workers}`, kind, fen, workers, reverses: null },
  source: kind === 'paid' ? 'employer' : null,
})
const nothing = balanceOf([])
const owes = balanceOf([entry('owed', 100, 5)])
const half = balanceOf([entry('owed', 60, 3), entry('paid', 20, 1)])
const paid = balanceOf([entry('owed', 60, 3), entry('paid', 60, 3)])
const plan = (dueOn: string, fen: number) => ({ instalments: [{ dueOn, fen }], paidBeforeFen: 0 })
const book = (balance: Balance, of: Book['plan'] = null): Book => ({ balance, plan: of })

describe('the books of incidents that are one event', () => {
  it('are added up figure by figure', () => {
    expect(balanceTogether([owes, half])).toMatchObject({
      ...{ known: true, owedFen: 160, paidFen: 20, leftFen: 140, workersOwed: 8, workersPaid: 1 },
    })
  })

  it('say nothing of workers nobody counted', () => {
    expect(balanceTogether([nothing, nothing])).toEqual(nothing)
    expect(balanceTogether([nothing, owes])).toEqual(owes)
  })

  it('lose no fen, and what one book has too much of pays nothing in another', () => {
    const sums = fc.array(fc.record({ owed: fc.nat(1e9), paid: fc.nat(1e9) }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(sums, (all) => {
        const balances = all.map(({ owed, paid: sum }) =>
          balanceOf([entry('owed', owed), entry('paid', sum)]),
        )
        const together = balanceTogether(balances)
        expect(together.owedFen).toBe(all.reduce((sum, one) => sum + one.owed, 0))
        expect(together.paidFen).toBe(all.reduce((sum, one) => sum + one.paid, 0))
        expect(together.leftFen === 0).toBe(balances.every(({ leftFen }) => leftFen === 0))
      }),
    )
  })

  it.each<[string, Book[], ReturnType<typeof settledTogether>]>([
    ['nobody has established a debt', [book(nothing)], null],
    ['one is paid and the other never knew of a debt', [book(paid), book(nothing)], 'paid'],
    ['one is paid and the other owes', [book(paid), book(owes)], null],
    [
      'one is paid and the other has a plan that runs',
      [book(paid), book(owes, plan('2026-12-31', 100))],
      'plan',
    ],
    ['one has a plan and the other has none', [book(owes, plan('2026-12-31', 100)), book(half)], null],
    ['a part of one plan is missed', [book(paid), book(owes, plan('2026-11-20', 100))], null],
    ['both are paid', [book(paid), book(paid)], 'paid'],
  ])('are settled or not when %s', (_, books, settled) => {
    expect(settledTogether(books, now)).toBe(settled)
  })
})
