import { fenOf } from '#domain/ledger/fen.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { balanceTogether, settledTogether } from '#domain/ledger/together.ts'
import type { Queryable } from '#store/database.ts'
import { booksOf } from '#store/ledger.ts'

/**
 * Whether wages are paid in full, or signed plans cover what is left and no part of them is missed, those of merged
 * incidents among them. Ledgers that know of less than was verified as owed settle nothing.
 */
export async function settledHow(
  db: Queryable,
  incidentId: string,
  { now, verifiedYuan }: { now: Date; verifiedYuan: number | null },
): Promise<'paid' | 'plan' | null> {
  const books = (await booksOf(db, incidentId)).map(({ rows, plan }) => ({ balance: balanceOf(rows), plan }))
  const { owedFen } = balanceTogether(books.map(({ balance }) => balance))
  return owedFen < fenOf(verifiedYuan ?? 0) ? null : settledTogether(books, now)
}
