import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { handledIncident } from '#store/handled-incident.ts'
import type { Context } from './context.ts'
import { lockedIncident, type RoutedAction } from './locked-incident.ts'

/**
 * The incident under which the asked one is handled now – itself, or the one it was merged into – locked for a person
 * who may do this to it. What is kept of the asked one stays its own, so that undoing the merge parts them again.
 * Refusals: no_such_incident, not_your_agency, role_may_not.
 */
export async function lockedHandled(
  context: Context,
  tx: Transaction,
  incidentId: string,
  action: RoutedAction,
): Promise<Result<{ incident: Incident; by: PersonView }>> {
  const handled = await handledIncident(tx, incidentId)
  if (!handled) return refusal('no_such_incident')
  const held = await lockedIncident(context, tx, handled.id, action)
  // Merged away while we waited for its row: the one that took it in is locked instead.
  return held.ok && held.value.incident.mergedInto ? lockedHandled(context, tx, incidentId, action) : held
}
