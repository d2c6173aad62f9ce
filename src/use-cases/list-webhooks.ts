import type { ApiWebhook } from '#contracts/api/webhooks.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { webhooksOfAgency } from '#store/webhooks.ts'
import type { Context } from './context.ts'

/** The addresses the key's agency has registered. Refusals: role_may_not, scope_missing. */
export async function listWebhooks({ actor, db }: Context): Promise<Result<{ webhooks: ApiWebhook[] }>> {
  const allowed = may(actor, 'manage_webhooks')
  if (!allowed.ok) return allowed
  if (actor.kind !== 'api_key') return refusal('role_may_not')
  const rows = await webhooksOfAgency(db, actor.agency)
  return ok({
    webhooks: rows.map(({ id, url, events, createdAt }) => {
      return { id, url, events, createdAt: createdAt.toISOString() }
    }),
  })
}
