import { createHash } from 'node:crypto'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { SourceWarning } from '#sources/source.ts'
import { type VendorMessage, vendorBody, vendorToRawPosts } from '#sources/vendor.ts'
import { giveReceipt } from '#store/hotline-keys.ts'
import { noteSuccess } from '#store/sources.ts'
import type { Context } from './context.ts'
import { takeInPosts, wakeCorrelation } from './take-in-posts.ts'
import { type SignedMessage, verifySender } from './verify-sender.ts'

export type VendorReceipt = {
  receipt: string
  isNew: boolean
  /** New to this source, and seen before; both null when the batch itself came before. */
  taken: number | null
  known: number | null
  refused: VendorMessage['refused']
  warnings: SourceWarning[]
}

/**
 * Takes in one signed batch of a data vendor. Posts and receipt are in PostgreSQL before this returns; the same batch
 * of the same vendor gets the same receipt again and changes nothing. A post that cannot be understood is named and
 * costs nothing else.
 * Refusals: key_unknown, those of the signature, not_json, not_understood { field }.
 */
export async function receiveVendorPosts(
  context: Omit<Context, 'actor'>,
  request: SignedMessage,
): Promise<Result<VendorReceipt>> {
  const sender = await verifySender(context, 'vendor', request)
  if (!sender.ok) return sender
  const { key, message } = sender.value
  const parsed = vendorBody.safeParse(message)
  if (!parsed.success) {
    return refusal('not_understood', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  const machine: Context = { ...context, actor: { kind: 'machine', keyId: key.id, name: key.name } }
  const allowed = may(machine.actor, 'take_in')
  if (!allowed.ok) return allowed
  const { posts, refused, warnings } = vendorToRawPosts(parsed.data, context.now)
  const answer = await context.db.transaction(async (tx) => {
    const given = await giveReceipt(tx, {
      keyId: key.id,
      idHash: createHash('sha256').update(parsed.data.batch).digest('hex'),
      receipt: context.newId(),
      receivedAt: context.now,
    })
    if (!given.isNew) return { ...given, taken: null }
    const taken = await takeInPosts(machine, tx, { id: key.sourceId, channel: 'online' }, posts)
    await noteSuccess(tx, key.sourceId, context.now, null)
    return { ...given, taken }
  })
  if (answer.taken) await wakeCorrelation(machine, answer.taken)
  const { receipt, isNew } = answer
  const counts = { taken: answer.taken?.taken ?? null, known: answer.taken?.known ?? null }
  return ok({ receipt, isNew, ...counts, refused, warnings })
}
