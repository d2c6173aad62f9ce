import type { IncidentView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { shortestReason } from '#domain/release/release.ts'
import { ok, type Refusal, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { lastActNamed } from '#store/found-acts.ts'
import { numberOf } from '#store/incident-view.ts'
import type { Context } from './context.ts'
import { lockedIncident } from './locked-incident.ts'
import { openAgain, wasClosed } from './open-again.ts'

/**
 * Opens a closed incident again by hand, with a reason.
 * Refusals: no_such_incident, not_your_agency, role_may_not, not_closed { number }, already_reopened { who, at },
 * reason_too_short { min }.
 */
export async function reopenIncident(
  context: Context,
  { incidentId, why }: { incidentId: string; why: string },
): Promise<Result<IncidentView>> {
  return context.db.transaction(async (tx) => {
    const held = await lockedIncident(context, tx, incidentId, 'close_incident')
    if (!held.ok) return held
    const closed = held.value.incident
    if (!wasClosed(closed)) return notClosed(tx, closed)
    if (why.length < shortestReason) return refusal('reason_too_short', { min: shortestReason })
    const because = { rule: 'by_hand' as const, why: maskPersonalData(why) }
    const { incident, happened } = await openAgain(context, tx, closed, because)
    await record(tx, happened, { at: context.now, actor: held.value.by })
    return ok(incident)
  })
}

/** Whoever comes second is told who was first. */
async function notClosed(tx: Transaction, incident: Incident): Promise<{ ok: false; refusal: Refusal }> {
  const first = incident.state === 'open' ? await lastActNamed(tx, incident.id, 'incident.reopened') : null
  return first
    ? refusal('already_reopened', { who: first.by.post, at: first.at.toISOString() })
    : refusal('not_closed', { number: numberOf(incident) })
}
