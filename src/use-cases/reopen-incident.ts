import type { IncidentView } from '#contracts/views.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { shortestReason } from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { incidentViewOf, numberOf } from '#store/incident-view.ts'
import { fullIncident, updateIncident } from '#store/incidents.ts'
import { alertAnew } from './alert-anew.ts'
import { reopenClocks } from './close-clocks.ts'
import type { Context } from './context.ts'
import { lockedIncident } from './locked-incident.ts'

/**
 * Opens a closed incident again by hand, with a reason: every agency on the route must look again.
 * Refusals: no_such_incident, not_your_agency, role_may_not, not_closed, reason_too_short { min }.
 */
export async function reopenIncident(
  context: Context,
  { incidentId, why }: { incidentId: string; why: string },
): Promise<Result<IncidentView>> {
  return context.db.transaction(async (tx) => {
    const held = await lockedIncident(context, tx, incidentId, 'close_incident')
    if (!held.ok) return held
    const { incident, by } = held.value
    // One merged away has no closing of its own, and what a drill cleared stays cleared.
    if (incident.state !== 'closed' || !incident.closedAt) {
      return refusal('not_closed', { number: numberOf(incident) })
    }
    if (why.length < shortestReason) return refusal('reason_too_short', { min: shortestReason })
    const open = { ...incident, state: 'open' as const, closedAt: null, version: incident.version + 1 }
    await updateIncident(tx, open)
    await alertAnew(context, tx, open)
    await reopenClocks(context, tx, open)
    const view = incidentViewOf(await fullIncident(tx, incidentId))
    const about = { incidentId, route: incident.route }
    const told = { incident: view, source: '', rule: 'by_hand', why: maskPersonalData(why) }
    await record(
      tx,
      [
        { ...about, name: 'incident.reopened', data: told },
        { ...about, name: 'alert.raised', data: { alerts: view.alerts } },
      ],
      { at: context.now, actor: by },
    )
    return ok(view)
  })
}
