import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { removeWebhookRow } from '#store/webhooks.ts'
import { type Context, recordedActor } from './context.ts'

/** Nothing more is sent there. Refusals: role_may_not, scope_missing, no_such_webhook. */
export async function removeWebhook(context: Context, { id }: { id: string }): Promise<Result<null>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'manage_webhooks')
  if (!allowed.ok) return allowed
  if (actor.kind !== 'api_key') return refusal('role_may_not')
  const { agency } = actor
  return db.transaction(async (tx) => {
    const removed = await removeWebhookRow(tx, { id, agency }, now)
    if (!removed) return refusal('no_such_webhook')
    const data = { webhookId: id, host: new URL(removed.url).host, agency }
    await record(tx, [{ name: 'webhook.removed', data, incidentId: null, route: null }], {
      at: now,
      actor: recordedActor(context),
    })
    return ok(null)
  })
}
