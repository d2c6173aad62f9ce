import type { LedgerView } from '#contracts/ledger.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { findIncident } from '#store/incidents.ts'
import { ledgerOf, planOf } from '#store/ledger.ts'
import { balanceViewOf, entryViewsOf, planViewOf } from '#store/ledger-view.ts'
import type { Context } from './context.ts'
import { onRouteOf } from './locked-incident.ts'

/** What is owed, paid and left, line by line, and the plan in force. Refusals: no_such_incident, not_your_agency. */
export async function readLedger(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<LedgerView>> {
  const incident = await findIncident(context.db, incidentId)
  if (!incident) return refusal('no_such_incident')
  const allowed = may(context.actor, 'see_incident', { route: incident.route })
  if (!allowed.ok) return allowed
  const [rows, plan] = await Promise.all([ledgerOf(context.db, incidentId), planOf(context.db, incidentId)])
  return ok({
    balance: balanceViewOf(balanceOf(rows)),
    entries: entryViewsOf(rows),
    plan: plan && planViewOf(plan, rows, context.now),
    mayKeep: may(context.actor, 'keep_ledger', onRouteOf(incident)).ok,
  })
}
