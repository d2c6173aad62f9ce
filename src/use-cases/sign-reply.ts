import type { ForetoldView } from '#contracts/release.ts'
import type { Reply } from '#domain/reply/reply.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Queryable, Transaction } from '#store/database.ts'
import { lockIncident } from '#store/incidents.ts'
import { findReply, lockReply, saveReply } from '#store/replies.ts'
import { type Context, recordedActor } from './context.ts'
import { factsStand, type HeldReply } from './hold-reply.ts'
import { tellReply } from './tell-reply.ts'

/**
 * Whether a draft may be laid before a second person; locks it behind its incident.
 * Refusals: no_such_incident, role_may_not, no_such_reply, not_a_draft, no_verified_fact, facts_changed_since.
 */
export async function maySignReply(
  context: Context,
  tx: Transaction,
  incidentId: string,
  replyId: string,
): Promise<Result<HeldReply>> {
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  const incident = await lockIncident(tx, incidentId)
  if (!incident) return refusal('no_such_incident')
  const reply = await lockReply(tx, replyId)
  if (reply?.incidentId !== incidentId) return refusal('no_such_reply')
  if (reply.state !== 'draft') return refusal('not_a_draft')
  const stands = await factsStand(context, tx, { reply, incident })
  return stands.ok ? ok({ reply, incident, by }) : stands
}

/** The whole text, which is what the second person puts a name to. */
export async function foretellReply(db: Queryable, replyId: string): Promise<ForetoldView[]> {
  const reply = await findReply(db, replyId)
  if (!reply) return []
  return [
    { what: 'reply_kind', from: null, to: reply.kind },
    { what: 'reply_title', from: null, to: reply.title },
    { what: 'reply_body', from: null, to: reply.body },
  ]
}

/** Both have signed: the text may go out. Nothing is sent by the software; publishing is recorded by a person. */
export async function signReply(
  context: Context,
  tx: Transaction,
  incidentId: string,
  replyId: string,
): Promise<Result<Reply>> {
  const free = await maySignReply(context, tx, incidentId, replyId)
  if (!free.ok) return free
  const { reply, incident, by } = free.value
  const signed: Reply = { ...reply, state: 'signed', version: reply.version + 1 }
  await saveReply(tx, signed)
  await tellReply(context, tx, 'reply.signed', signed, { route: incident.route, by })
  return ok(signed)
}
