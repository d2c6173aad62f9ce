import type { ReplyView } from '#contracts/track.ts'
import { pointsAtSomebody } from '#domain/reply/points-at-somebody.ts'
import { mayDraft, type Reply, type ReplyKind } from '#domain/reply/reply.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { listAgencies } from '#store/agencies.ts'
import { placeOf } from '#store/gazetteer.ts'
import { numberOf } from '#store/incident-view.ts'
import { insertReply, replyViewOf } from '#store/replies.ts'
import type { Context } from './context.ts'
import { lockedIncident } from './locked-incident.ts'
import { replyText } from './reply-text.ts'
import { standingFacts } from './standing-facts.ts'
import { tellReply } from './tell-reply.ts'

/**
 * Drafts a text for the public from verified fields; an addition is typed, and may point at nobody.
 * Refusals: no_such_incident, not_your_agency, role_may_not, not_open, no_verified_fact, not_untrue, untrue_is_clarified,
 * not_settled_yet, personal_data_in_text { found }.
 */
export async function draftReply(
  context: Context,
  asked: { incidentId: string; kind: ReplyKind; addition: string | null; withGuidance: boolean },
): Promise<Result<ReplyView>> {
  return context.db.transaction(async (tx) => {
    const held = await lockedIncident(context, tx, asked.incidentId, 'reply_publicly')
    if (!held.ok) return held
    const { incident, by } = held.value
    if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
    const { standing: verification, settled } = await standingFacts(tx, incident, context.now)
    const allowed = mayDraft(asked.kind, { verification, settled: settled !== null })
    if (!allowed.ok) return allowed
    const place = placeOf(incident.placeCode)
    const agencies = await listAgencies(tx)
    const text = replyText({
      kind: asked.kind,
      place: `${place?.county ?? ''}${place?.name ?? '嘉兴市'}`,
      noticedAt: incident.firstSeenAt,
      ...{ verification, settled, now: context.now },
      unit: agencies.find(({ key }) => key === verification?.by.agency)?.short ?? '',
      ...{ addition: asked.addition, withGuidance: asked.withGuidance },
    })
    const found = pointsAtSomebody(`${text.title}\n${text.body}`)
    if (found) return refusal('personal_data_in_text', { found })
    const reply: Reply = {
      ...{ id: context.newId(), incidentId: incident.id, kind: asked.kind, state: 'draft', ...text },
      verificationId: asked.kind === 'holding' ? null : (verification?.id ?? null),
      ...{ draftedAt: context.now, draftedBy: by },
      ...{ place: null, url: null, publishedAt: null, recordedBy: null, version: 1 },
    }
    await insertReply(tx, reply)
    await tellReply(context, tx, 'reply.drafted', reply, { route: incident.route, by })
    return ok(replyViewOf(reply, []))
  })
}
