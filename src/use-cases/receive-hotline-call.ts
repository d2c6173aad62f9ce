import { createHash } from 'node:crypto'
import { may } from '#domain/permission.ts'
import type { Channel, RawPost } from '#domain/post/post.ts'
import { ok, type Result } from '#domain/result.ts'
import { giveReceipt, type HotlineKey } from '#store/hotline-keys.ts'
import { noteSuccess } from '#store/sources.ts'
import type { Context } from './context.ts'
import { takeInPosts, wakeCorrelation } from './take-in-posts.ts'

/**
 * Takes in one signed hotline call. Post and receipt are in PostgreSQL before this returns;
 * the same id of the same sender gets the same receipt again and changes nothing.
 */
export async function receiveHotlineCall(
  context: Context,
  { key, call }: { key: HotlineKey; call: RawPost & { channel: Channel } },
): Promise<Result<{ receipt: string; isNew: boolean }>> {
  const allowed = may(context.actor, 'take_in')
  if (!allowed.ok) return allowed
  const answer = await context.db.transaction(async (tx) => {
    const given = await giveReceipt(tx, {
      keyId: key.id,
      idHash: createHash('sha256').update(call.externalId).digest('hex'),
      receipt: context.newId(),
      receivedAt: context.now,
    })
    if (!given.isNew) return { ...given, taken: null }
    const source = { id: key.sourceId, channel: call.channel }
    const taken = await takeInPosts(context, tx, source, [call])
    await noteSuccess(tx, key.sourceId, context.now, null)
    return { ...given, taken }
  })
  if (answer.taken) await wakeCorrelation(context, answer.taken)
  return ok({ receipt: answer.receipt, isNew: answer.isNew })
}
