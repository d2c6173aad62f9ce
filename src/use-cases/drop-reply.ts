import type { ReplyView } from '#contracts/track.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { replyViewOf, saveReply } from '#store/replies.ts'
import type { Context } from './context.ts'
import { holdReply } from './hold-reply.ts'
import { tellReply } from './tell-reply.ts'

/**
 * Lays a text aside that has not gone out; it stays readable. What is out is corrected by a further text, never silently.
 * Refusals: no_such_reply, not_your_agency, role_may_not, stale_version, already_out.
 */
export async function dropReply(
  context: Context,
  asked: { replyId: string; version: number },
): Promise<Result<ReplyView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdReply(context, tx, asked)
    if (!held.ok) return held
    const { reply, incident, by } = held.value
    if (reply.state !== 'draft' && reply.state !== 'signed') return refusal('already_out')
    const dropped = { ...reply, state: 'dropped' as const, version: reply.version + 1 }
    await saveReply(tx, dropped)
    await tellReply(context, tx, 'reply.dropped', dropped, { route: incident.route, by })
    return ok(replyViewOf(dropped, []))
  })
}
