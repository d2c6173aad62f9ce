import { type Balance, isSettled } from './ledger.ts'
import { firstMissed, type Instalment, instalmentStates } from './plan.ts'

/** One incident's own ledger, and the plan in force for what it leaves. */
export type Book = {
  balance: Balance
  plan: { instalments: readonly Instalment[]; paidBeforeFen: number } | null
}

/**
 * The books of incidents found to be one event, added up figure by figure. Each debt stays in the book it was
 * established in: where two books hold the same debt, an officer takes one of the lines back.
 */
export function balanceTogether(balances: readonly Balance[]): Balance {
  const total = (figure: (one: Balance) => number) => balances.reduce((sum, one) => sum + figure(one), 0)
  const counted = balances.filter(({ workersOwed }) => workersOwed !== null)
  return {
    known: balances.some(({ known }) => known),
    owedFen: total(({ owedFen }) => owedFen),
    paidFen: total(({ paidFen }) => paidFen),
    leftFen: total(({ leftFen }) => leftFen),
    workersOwed: counted.length > 0 ? total(({ workersOwed }) => workersOwed ?? 0) : null,
    workersPaid: total(({ workersPaid }) => workersPaid),
    advancedFen: total(({ advancedFen }) => advancedFen),
  }
}

/** Paid in full, or a plan without a missed part for whatever is left; every book that knows of a debt must be so. */
export function settledTogether(books: readonly Book[], now: Date): 'paid' | 'plan' | null {
  const owing = books.filter(({ balance }) => balance.known)
  if (owing.length === 0) return null
  const left = owing.filter(({ balance }) => !isSettled(balance))
  const kept = left.every(({ balance, plan }) => {
    if (!plan) return false
    return firstMissed(instalmentStates(plan.instalments, balance.paidFen - plan.paidBeforeFen, now)) < 0
  })
  if (!kept) return null
  return left.length > 0 ? 'plan' : 'paid'
}
