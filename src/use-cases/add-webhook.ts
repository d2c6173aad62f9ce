import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { addWebhook as asked } from '#contracts/api/webhooks.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { allowPrivateFrom } from '#platform/address-guard.ts'
import { env } from '#platform/env.ts'
import { guardedAddress } from '#platform/guarded-address.ts'
import { record } from '#store/event-log.ts'
import { countWebhooks, insertWebhook } from '#store/webhooks.ts'
import { type Context, recordedActor } from './context.ts'

type Wanted = z.output<typeof asked.body>
type Added = z.output<typeof asked.answer>

/** Every event is sent to each of them. */
const mostOfAgency = 20

/**
 * Registers an address of the agency's own system; the secret that signs deliveries is told this once. The address is
 * checked here for an early word, and again at every delivery on the very address connected to.
 * Refusals: role_may_not, scope_missing, too_many_webhooks, address_with_password, address_refused, dns_failed.
 */
export async function addWebhook(context: Context, { url, events }: Wanted): Promise<Result<Added>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'manage_webhooks')
  if (!allowed.ok) return allowed
  if (actor.kind !== 'api_key') return refusal('role_may_not')
  const reachable = await checkAddress(new URL(url))
  if (!reachable.ok) return reachable
  const { agency, keyId } = actor
  const id = context.newId()
  const secret = randomBytes(32).toString('base64url')
  const distinct = [...new Set(events)]
  return db.transaction(async (tx) => {
    if ((await countWebhooks(tx, agency)) >= mostOfAgency) {
      return refusal('too_many_webhooks', { limit: mostOfAgency })
    }
    await insertWebhook(tx, { id, url, secret, events: distinct, agency, keyId, createdAt: now })
    const data = { webhookId: id, host: new URL(url).host, agency, events: distinct }
    await record(tx, [{ name: 'webhook.added', data, incidentId: null, route: null }], {
      at: now,
      actor: recordedActor(context),
    })
    return ok({ id, url, events: distinct, createdAt: now.toISOString(), secret })
  })
}

async function checkAddress(url: URL): Promise<Result<true>> {
  if (url.username || url.password) return refusal('address_with_password')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const found = await guardedAddress(host, port, allowPrivateFrom(env().ALLOW_PRIVATE_GATEWAYS))
  return found.ok ? ok(true) : found
}
