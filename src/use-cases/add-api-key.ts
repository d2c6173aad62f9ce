import type { AddApiKey } from '#contracts/api-key.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { newApiKey } from '#platform/api-key-text.ts'
import { listAgencies } from '#store/agencies.ts'
import { insertApiKey } from '#store/api-keys.ts'
import { record } from '#store/event-log.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * Lets a program of an agency in, within its scopes. The whole key is in the answer that one time and nowhere else.
 * Refusals: role_may_not, unknown_agency { agency }.
 */
export async function addApiKey(
  context: Context,
  { name, agency, scopes }: AddApiKey,
): Promise<Result<{ id: string; key: string }>> {
  const allowed = may(context.actor, 'manage_api_keys')
  if (!allowed.ok) return allowed
  const agencies = await listAgencies(context.db)
  if (!agencies.some(({ key }) => key === agency)) return refusal('unknown_agency', { agency })
  const { id, key, hash } = newApiKey()
  const by = recordedActor(context)
  const distinct = [...new Set(scopes)]
  await context.db.transaction(async (tx) => {
    await insertApiKey(tx, {
      ...{ id, hash, name, agency },
      scopes: distinct,
      createdAt: context.now,
      createdBy: by,
    })
    const data = { keyId: id, name, agency, scopes: distinct }
    await record(tx, [{ name: 'api_key.added', data, incidentId: null, route: null }], {
      at: context.now,
      actor: by,
    })
  })
  return ok({ id, key })
}
