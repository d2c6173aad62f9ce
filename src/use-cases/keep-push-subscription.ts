import type { PushKeys } from '#contracts/channels.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { removePushSubscription, savePushSubscription } from '#store/contacts.ts'
import type { Context } from './context.ts'
import { ensureVapidKeys } from './ensure-vapid-keys.ts'

/** The key a browser subscribes with. */
export async function readPushKey(context: Context): Promise<Result<{ publicKey: string }>> {
  const { publicKey } = await ensureVapidKeys(context)
  return ok({ publicKey })
}

/** This browser may be pushed to, for the account that is signed in. */
export async function keepPushSubscription(context: Context, keys: PushKeys): Promise<Result<true>> {
  const { actor, db, now } = context
  if (actor.kind !== 'person') return refusal('not_signed_in')
  await savePushSubscription(db, { ...keys, userId: actor.id, createdAt: now })
  return ok(true)
}

/** This browser may not be pushed to any more. */
export async function dropPushSubscription(
  context: Context,
  { endpoint }: { endpoint: string },
): Promise<Result<true>> {
  const { actor, db } = context
  if (actor.kind !== 'person') return refusal('not_signed_in')
  await removePushSubscription(db, endpoint, actor.id)
  return ok(true)
}
