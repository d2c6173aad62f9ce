import { yuanOf } from '#domain/ledger/fen.ts'
import { balanceOf, type LedgerEntry } from '#domain/ledger/ledger.ts'
import type { FoundForReport } from './found-for-report.ts'

/** Wages in yuan, and heads. */
export type MoneyFigures = {
  /** Of the incidents that are open now. */
  owedYuan: number
  paidYuan: number
  leftYuan: number
  workersOwed: number
  workersPaid: number
  /** Open incidents of which nobody has established yet what is owed. */
  unknown: number
  /** What reached workers in the period, less what was taken back. */
  paidInPeriodYuan: number
  workersPaidInPeriod: number
}

/** What is owed, paid and left over all open incidents, and what the period brought. */
export function moneyFigures({ incidents, ledger, happened }: FoundForReport): MoneyFigures {
  const open = incidents.filter((one) => one.open).map(({ id }) => balanceOf(ledger.get(id) ?? []))
  const known = open.filter((balance) => balance.known)
  const entered = new Set(happened.flatMap((one) => (one.what === 'entered' ? [one.entryId] : [])))
  const moved = [...ledger.values()].flatMap((entries) => movedIn(entries, entered))
  const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
  return {
    owedYuan: yuanOf(total(known.map(({ owedFen }) => owedFen))),
    paidYuan: yuanOf(total(known.map(({ paidFen }) => paidFen))),
    leftYuan: yuanOf(total(known.map(({ leftFen }) => leftFen))),
    workersOwed: total(known.map(({ workersOwed }) => workersOwed ?? 0)),
    workersPaid: total(known.map(({ workersPaid }) => workersPaid)),
    unknown: open.length - known.length,
    paidInPeriodYuan: yuanOf(total(moved.map(({ fen }) => fen))),
    workersPaidInPeriod: total(moved.map(({ workers }) => workers)),
  }
}

/** Wages of one ledger that moved by the entries of the period: what was paid, and below 0 what was taken back. */
function movedIn(entries: readonly LedgerEntry[], entered: ReadonlySet<string>) {
  const paid = new Map(entries.flatMap((one) => (one.kind === 'paid' ? [[one.id, one] as const] : [])))
  return entries
    .filter(({ id }) => entered.has(id))
    .flatMap(({ id, kind, reverses }) => {
      const line = paid.get(kind === 'reversed' ? (reverses ?? '') : id)
      if (!line) return []
      const sign = kind === 'reversed' ? -1 : 1
      return [{ fen: sign * line.fen, workers: sign * (line.workers ?? 0) }]
    })
}
