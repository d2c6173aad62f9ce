import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { revokeApiKeyRow } from '#store/api-keys.ts'
import { record } from '#store/event-log.ts'
import { type Context, recordedActor } from './context.ts'

/** Shuts a key out from its very next request on; its webhooks fall silent. Refusals: role_may_not, no_such_key. */
export async function revokeApiKey(
  context: Context,
  { id }: { id: string },
): Promise<Result<{ id: string; name: string }>> {
  const allowed = may(context.actor, 'manage_api_keys')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    const revoked = await revokeApiKeyRow(tx, id, context.now)
    if (!revoked) return refusal('no_such_key')
    const { name, agency } = revoked
    await record(
      tx,
      [{ name: 'api_key.revoked', data: { keyId: id, name, agency }, incidentId: null, route: null }],
      { at: context.now, actor: recordedActor(context) },
    )
    return ok({ id, name })
  })
}
