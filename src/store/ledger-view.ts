import type { BalanceView, LedgerEntryView, PlanView } from '#contracts/ledger.ts'
import { yuanOf } from '#domain/ledger/fen.ts'
import { type Balance, balanceOf, standingEntries } from '#domain/ledger/ledger.ts'
import { instalmentStates } from '#domain/ledger/plan.ts'
import type { LedgerLine, PlanRow } from './ledger.ts'

export function balanceViewOf(balance: Balance): BalanceView {
  return {
    known: balance.known,
    owedYuan: yuanOf(balance.owedFen),
    paidYuan: yuanOf(balance.paidFen),
    leftYuan: yuanOf(balance.leftFen),
    workersOwed: balance.workersOwed,
    workersPaid: balance.workersPaid,
    advancedYuan: yuanOf(balance.advancedFen),
  }
}

/** Newest first; an entry taken back stays in sight. */
export function entryViewsOf(rows: LedgerLine[]): LedgerEntryView[] {
  const standing = new Set(standingEntries(rows).map(({ id }) => id))
  return rows.map((row) => entryViewOf(row, row.kind !== 'reversed' && !standing.has(row.id))).reverse()
}

export function entryViewOf(row: LedgerLine, reversed = false): LedgerEntryView {
  const { id, kind, workers, source, reference, on, by } = row
  return {
    id,
    kind,
    workers,
    source,
    reference,
    on,
    by,
    yuan: yuanOf(row.fen),
    at: row.at.toISOString(),
    reversed,
  }
}

/** The plan with its parts as they stand at `now`. */
export function planViewOf(plan: PlanRow, rows: LedgerLine[], now: Date): PlanView {
  const paidSince = balanceOf(rows).paidFen - plan.paidBeforeFen
  return {
    id: plan.id,
    signedOn: plan.signedOn,
    enforceable: plan.enforceable,
    instalments: instalmentStates(plan.instalments, paidSince, now).map(({ dueOn, fen, paidFen, state }) => ({
      dueOn,
      yuan: yuanOf(fen),
      paidYuan: yuanOf(paidFen),
      state,
    })),
  }
}
