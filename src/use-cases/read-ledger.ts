import type { LedgerView } from '#contracts/ledger.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { balanceTogether } from '#domain/ledger/together.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { mergedInto } from '#store/handled-incident.ts'
import { numberOf } from '#store/incident-view.ts'
import { findIncident } from '#store/incidents.ts'
import { booksOf } from '#store/ledger.ts'
import { balanceViewOf, entryViewsOf, planViewOf } from '#store/ledger-view.ts'
import type { Context } from './context.ts'
import { onRouteOf } from './locked-incident.ts'

/**
 * What is owed, paid and left, line by line, and the plan in force; with the books of incidents merged into this one.
 * Refusals: no_such_incident, not_your_agency.
 */
export async function readLedger(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<LedgerView>> {
  const incident = await findIncident(context.db, incidentId)
  if (!incident) return refusal('no_such_incident')
  const allowed = may(context.actor, 'see_incident', { route: incident.route })
  if (!allowed.ok) return allowed
  const [books, merged] = await Promise.all([
    booksOf(context.db, incidentId),
    mergedInto(context.db, incidentId),
  ])
  const numbers = new Map([incident, ...merged].map((one) => [one.id, numberOf(one)]))
  return ok({
    balance: balanceViewOf(balanceTogether(books.map(({ rows }) => balanceOf(rows)))),
    books: books.map(({ incidentId: id, rows, plan }) => ({
      incidentId: id,
      number: numbers.get(id) ?? '',
      balance: balanceViewOf(balanceOf(rows)),
      entries: entryViewsOf(rows),
      plan: plan && planViewOf(plan, rows, context.now),
    })),
    mayKeep: incident.mergedInto === null && may(context.actor, 'keep_ledger', onRouteOf(incident)).ok,
  })
}
