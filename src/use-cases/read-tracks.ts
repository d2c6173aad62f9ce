import type { ClosingView, TracksView } from '#contracts/track.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { closingLines, outcomeOf } from '#domain/incident/may-close.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { lastClosing } from '#store/closings.ts'
import { designationsOf, designationViewOf } from '#store/designations.ts'
import { findIncident } from '#store/incidents.ts'
import { releasesOf } from '#store/releases.ts'
import { repliesOf, replyViewOf } from '#store/replies.ts'
import { verificationViewOf } from '#store/verifications.ts'
import { closingStateOf } from './closing-state.ts'
import type { Context } from './context.ts'
import { onRouteOf } from './locked-incident.ts'
import { wasClosed } from './open-again.ts'
import { standingFacts } from './standing-facts.ts'

/**
 * What was verified, said in public and called by its name, and what closing still needs; for those on the route.
 * Refusals: no_such_incident, not_your_agency, role_may_not.
 */
export async function readTracks(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<TracksView>> {
  const { db, actor } = context
  const incident = await findIncident(db, incidentId)
  if (!incident) return refusal('no_such_incident')
  const allowed = may(actor, 'see_post_text', { route: incident.route })
  if (!allowed.ok) return allowed
  const [{ history, standing }, replies, designations, releases, closing] = await Promise.all([
    standingFacts(db, incident, context.now),
    repliesOf(db, incidentId),
    designationsOf(db, incidentId),
    releasesOf(db, incidentId, ['public_reply']),
    closingOf(context, incident),
  ])
  const placed = onRouteOf(incident)
  const open = incident.state === 'open'
  return ok({
    verifications: history.map(verificationViewOf),
    standing: standing?.id ?? null,
    replies: replies.map((one) => replyViewOf(one, releases)),
    designations: designations.map(designationViewOf),
    closing,
    mayVerify: open && may(actor, 'verify_facts', placed).ok,
    mayReply: open && may(actor, 'reply_publicly', placed).ok,
    maySign: open && may(actor, 'reply_publicly', placed).ok,
    mayDesignate: may(actor, 'designate', placed).ok,
  })
}

async function closingOf(context: Context, incident: Incident): Promise<ClosingView> {
  const state = await closingStateOf(context.db, incident, context.now)
  const last = await lastClosing(context.db, incident.id)
  const mayHand = may(context.actor, 'close_incident', onRouteOf(incident)).ok
  return {
    lines: closingLines(state),
    outcome: outcomeOf(state),
    mayClose: mayHand && incident.state === 'open',
    mayReopen: mayHand && wasClosed(incident),
    last: last && { outcome: last.outcome, why: last.why, at: last.at.toISOString(), by: last.by },
  }
}
