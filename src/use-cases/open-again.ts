import type { IncidentView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { fullIncident, updateIncident } from '#store/incidents.ts'
import { alertAnew } from './alert-anew.ts'
import { reopenClocks } from './close-clocks.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

/** Was closed by a decision: one merged away has no closing of its own, and what a drill cleared stays cleared. */
export function wasClosed({ state, closedAt, mergedInto }: Incident): boolean {
  return state === 'closed' && closedAt !== null && mergedInto === null
}

/** Opens a closed incident, whose row the caller has locked: every agency on the route must look again. */
export async function openAgain(
  context: Context,
  tx: Transaction,
  closed: Incident,
  because: { rule: 'by_hand' | 'instalment_missed'; why?: string },
): Promise<{ incident: IncidentView; happened: Happened }> {
  const open = {
    ...closed,
    ...{ state: 'open' as const, closedAt: null, verified: null },
    version: closed.version + 1,
  }
  await updateIncident(tx, open)
  await alertAnew(context, tx, open)
  await reopenClocks(context, tx, open)
  const incident = incidentViewOf(await fullIncident(tx, closed.id))
  const about = { incidentId: closed.id, route: closed.route }
  return {
    incident,
    happened: [
      { ...about, name: 'incident.reopened', data: { incident, source: '', ...because } },
      { ...about, name: 'alert.raised', data: { alerts: incident.alerts } },
    ],
  }
}
