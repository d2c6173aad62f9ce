import { randomBytes } from 'node:crypto'
import { may } from '#domain/permission.ts'
import type { Channel } from '#domain/post/post.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { insertHotlineKey } from '#store/hotline-keys.ts'
import { insertSource } from '#store/sources.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * Lets a hotline send calls, or a vendor batches of posts; the secret is told this once, and what it sends appears as
 * a source of that name. A key opens the door of its own kind only.
 * Refusals: role_may_not, source_exists.
 */
export async function addHotlineKey(
  context: Context,
  { name, channel, kind = 'hotline' }: { name: string; channel: Channel; kind?: 'hotline' | 'vendor' },
): Promise<Result<{ sourceId: string; key: string; secret: string }>> {
  const allowed = may(context.actor, 'manage_hotline_keys')
  if (!allowed.ok) return allowed
  const sourceId = context.newId()
  const key = `${kind === 'vendor' ? 'vk' : 'hk'}_${randomBytes(9).toString('base64url')}`
  const secret = randomBytes(32).toString('base64url')
  return context.db.transaction(async (tx) => {
    const inserted = await insertSource(tx, {
      id: sourceId,
      kind,
      channel,
      name,
      createdAt: context.now,
    })
    if (!inserted) return refusal('source_exists', { name })
    await insertHotlineKey(tx, { id: key, name, secret, sourceId, createdAt: context.now })
    await record(tx, [{ name: 'source.added', data: { sourceId, name }, incidentId: null, route: null }], {
      at: context.now,
      actor: recordedActor(context),
    })
    return ok({ sourceId, key, secret })
  })
}
