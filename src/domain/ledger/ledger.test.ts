import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admitEntry, admitReversal, balanceOf, isSettled, type LedgerEntry, moneySources } from './ledger.ts'

const entry = (kind: LedgerEntry['kind'], fen: number, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: `${kind}-${fen}`,
  kind,
  fen,
  workers: null,
  source: kind === 'paid' ? 'employer' : null,
  reverses: null,
  ...more,
})

describe('the ledger of an incident', () => {
  it('knows nothing until somebody has established what is owed', () => {
    expect(balanceOf([])).toEqual({
      known: false,
      owedFen: 0,
      paidFen: 0,
      leftFen: 0,
      workersOwed: null,
      workersPaid: 0,
      advancedFen: 0,
    })
    expect(isSettled(balanceOf([]))).toBe(false)
    expect(admitEntry([], { kind: 'paid', fen: 1 })).toMatchObject({ refusal: { code: 'owed_unknown' } })
  })

  it('owed, paid and left, by the latest figure of what is owed', () => {
    const balance = balanceOf([
      entry('owed', 65_400_000, { workers: 38 }),
      entry('paid', 20_000_000, { source: 'deposit', workers: 12 }),
      entry('owed', 60_000_000, { workers: 36 }),
      entry('paid', 10_000_000, { workers: 6 }),
    ])
    expect(balance).toEqual({
      known: true,
      owedFen: 60_000_000,
      paidFen: 30_000_000,
      leftFen: 30_000_000,
      workersOwed: 36,
      workersPaid: 18,
      advancedFen: 20_000_000,
    })
  })

  it.each<[string, LedgerEntry[], Pick<LedgerEntry, 'kind' | 'fen'>, string]>([
    [
      'pays more than is left',
      [entry('owed', 100), entry('paid', 60)],
      { kind: 'paid', fen: 41 },
      'more_than_left',
    ],
    [
      'owes less than was paid',
      [entry('owed', 100), entry('paid', 60)],
      { kind: 'owed', fen: 59 },
      'less_than_paid',
    ],
    [
      'gets back what was never advanced',
      [entry('owed', 100), entry('paid', 60)],
      { kind: 'recovered', fen: 1 },
      'more_than_advanced',
    ],
  ])('refuses an entry that %s', (_, before, next, code) => {
    expect(admitEntry(before, next)).toMatchObject({ ok: false, refusal: { code } })
  })

  it.each<[string, LedgerEntry[], string, string]>([
    ['is not there', [entry('owed', 100)], 'other', 'no_such_entry'],
    [
      'is taken back already',
      [entry('owed', 100), entry('reversed', 100, { reverses: 'owed-100' })],
      'owed-100',
      'already_reversed',
    ],
    ['others rest on', [entry('owed', 100), entry('paid', 60)], 'owed-100', 'less_than_paid'],
    [
      'was got back from the employer',
      [entry('owed', 100), entry('paid', 60, { source: 'turnover_fund' }), entry('recovered', 10)],
      'paid-60',
      'more_than_advanced',
    ],
  ])('refuses to take back an entry that %s', (_, entries, id, code) => {
    expect(admitReversal(entries, id)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('never pays more than is owed, and is always owed = paid + left, whatever is tried', () => {
    const attempt = fc.record({
      kind: fc.constantFrom('owed', 'paid', 'recovered', 'reversed' as const),
      fen: fc.integer({ min: 1, max: 1_000 }),
      source: fc.constantFrom(...moneySources),
      which: fc.nat(20),
    })
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        const entries: LedgerEntry[] = []
        for (const [index, { kind, fen, source, which }] of attempts.entries()) {
          const id = String(index)
          if (kind === 'reversed') {
            const target = entries[which % Math.max(1, entries.length)]?.id ?? 'none'
            if (admitReversal(entries, target).ok) entries.push(entry(kind, fen, { id, reverses: target }))
          } else if (admitEntry(entries, { kind, fen }).ok) {
            entries.push(entry(kind, fen, { id, source: kind === 'paid' ? source : null }))
          }
          const balance = balanceOf(entries)
          expect(balance.paidFen + balance.leftFen).toBe(balance.owedFen)
          expect(balance.advancedFen).toBeLessThanOrEqual(balance.paidFen)
          expect(isSettled(balance)).toBe(balance.known && balance.paidFen === balance.owedFen)
        }
      }),
    )
  })
})
