import type { ClosingView } from '#contracts/track.ts'
import { closingLines, outcomeOf } from '#domain/incident/may-close.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { shortestReason } from '#domain/release/release.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { endAlertsOf } from '#store/alerts.ts'
import { insertClosing } from '#store/closings.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf, numberOf } from '#store/incident-view.ts'
import { updateIncident } from '#store/incidents.ts'
import { stopTaskClocks } from '#store/tasks.ts'
import { closeClocks } from './close-clocks.ts'
import { closingStateOf } from './closing-state.ts'
import type { Context } from './context.ts'
import { lockedIncident } from './locked-incident.ts'

/**
 * 结案: both tracks are closed and the checklist of the grade is met; alerts and clocks end, the final report falls due.
 * Refusals: no_such_incident, not_your_agency, role_may_not, not_open { number }, reason_too_short { min },
 * not_closable { unmet } with every unmet condition at once.
 */
export async function closeIncident(
  context: Context,
  { incidentId, why }: { incidentId: string; why: string },
): Promise<Result<ClosingView['last']>> {
  return context.db.transaction(async (tx) => {
    const held = await lockedIncident(context, tx, incidentId, 'close_incident')
    if (!held.ok) return held
    const { incident, by } = held.value
    if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
    if (why.length < shortestReason) return refusal('reason_too_short', { min: shortestReason })
    const state = await closingStateOf(tx, incident, context.now)
    const checklist = closingLines(state)
    const unmet = checklist.filter(({ met }) => !met).map(({ item }) => item)
    const outcome = outcomeOf(state)
    if (unmet.length > 0 || outcome === null) return refusal('not_closable', { unmet: unmet.join(' ') })
    const closed = { ...incident, state: 'closed' as const, closedAt: context.now }
    await updateIncident(tx, { ...closed, version: incident.version + 1 })
    const ended = await endAlertsOf(tx, incidentId, context.now)
    await stopTaskClocks(tx, incidentId)
    const clocks = await closeClocks(context, tx, closed)
    const closing = { outcome, why: maskPersonalData(why), at: context.now, by }
    await insertClosing(tx, { id: context.newId(), incidentId, checklist, ...closing })
    const about = { incidentId, route: incident.route }
    const data = { incidentId, rule: 'resolved', outcome, why: closing.why }
    await record(
      tx,
      [
        { ...about, name: 'alert.ended', data: { alerts: ended.map(alertViewOf) } },
        { ...about, name: 'incident.closed', data },
        ...clocks,
      ],
      { at: context.now, actor: by },
    )
    return ok({ ...closing, at: closing.at.toISOString() })
  })
}
