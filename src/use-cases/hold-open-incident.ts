import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { numberOf } from '#store/incident-view.ts'
import type { Context } from './context.ts'
import { lockedIncident } from './locked-incident.ts'

/** Locks an incident for a person's word about its grade, facts or route; a resolved one takes none. */
export async function holdOpenIncident(
  context: Context,
  tx: Transaction,
  incidentId: string,
  action: 'regrade_incident' | 'state_facts' | 'route_by_hand',
): Promise<Result<{ before: Incident; by: PersonView }>> {
  const locked = await lockedIncident(context, tx, incidentId, action)
  if (!locked.ok) return locked
  const { incident: before, by } = locked.value
  return before.state === 'open' ? ok({ before, by }) : refusal('not_open', { number: numberOf(before) })
}
