import type { IncidentView } from '#contracts/views.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { extendRoute } from '#domain/routing/route.ts'
import { record } from '#store/event-log.ts'
import { duties } from '#store/incident-rules.ts'
import { entriesOf, routed } from './assess-incident.ts'
import type { Context } from './context.ts'
import { holdOpenIncident } from './hold-open-incident.ts'
import { saveAssessed } from './save-assessed.ts'

/**
 * A person tells another agency, by a duty the founding document gives it; it is alerted and sees the incident from now.
 * Refusals: no_such_incident, not_open, no_such_duty, already_on_route, not_your_agency, role_may_not.
 */
export async function routeByHand(
  context: Context,
  { incidentId, agency, kind, reason }: { incidentId: string; agency: string; kind: string; reason: string },
): Promise<Result<IncidentView>> {
  const basis = duties.duties[kind]?.[agency]?.basis
  if (basis === undefined) return refusal('no_such_duty', { agency })
  return context.db.transaction(async (tx) => {
    const held = await holdOpenIncident(context, tx, incidentId, 'route_by_hand')
    if (!held.ok) return held
    const { before, by } = held.value
    if (before.route.includes(agency)) return refusal('already_on_route')
    const masked = maskPersonalData(reason)
    const at = context.now.toISOString()
    const entry = { agency, rule: 'by_hand', kind, basis, by, reason: masked, at }
    const changed = { ...before, ...routed(extendRoute(entriesOf(before), [entry])) }
    const { incident, follows } = await saveAssessed(context, tx, before, changed)
    const data = { incident, agency, kind, reason: masked, by }
    await record(
      tx,
      [{ incidentId, route: changed.route, name: 'incident.routed_by_hand', data }, ...follows],
      { at: context.now, actor: by },
    )
    return ok(incident)
  })
}
