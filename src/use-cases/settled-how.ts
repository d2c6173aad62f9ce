import { fenOf } from '#domain/ledger/fen.ts'
import { balanceOf, isSettled } from '#domain/ledger/ledger.ts'
import { firstMissed, instalmentStates } from '#domain/ledger/plan.ts'
import type { Queryable } from '#store/database.ts'
import { ledgerOf, planOf } from '#store/ledger.ts'

/**
 * Whether wages are paid in full, or a signed plan covers what is left and no part of it is missed. A ledger that knows
 * of less than was verified as owed settles nothing.
 */
export async function settledHow(
  db: Queryable,
  incidentId: string,
  { now, verifiedYuan }: { now: Date; verifiedYuan: number | null },
): Promise<'paid' | 'plan' | null> {
  const [rows, plan] = await Promise.all([ledgerOf(db, incidentId), planOf(db, incidentId)])
  const balance = balanceOf(rows)
  if (balance.owedFen < fenOf(verifiedYuan ?? 0)) return null
  if (isSettled(balance)) return 'paid'
  if (!plan) return null
  const states = instalmentStates(plan.instalments, balance.paidFen - plan.paidBeforeFen, now)
  return firstMissed(states) < 0 ? 'plan' : null
}
