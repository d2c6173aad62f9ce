import { createHmac, timingSafeEqual } from 'node:crypto'
import { ok, type Result, refusal } from '#domain/result.ts'
import { parseFeed } from '#sources/feed.ts'
import { changeSubscription, findSubscriptionByToken } from '#store/hub-subscriptions.ts'
import { tallyHour } from '#store/source-hours.ts'
import { findSource, noteSuccess } from '#store/sources.ts'
import type { Context } from './context.ts'
import { type TakenIn, takeInMany, wakeCorrelation } from './take-in-posts.ts'

export type HubPush = {
  token: string
  /** `x-hub-signature`: the method, and the HMAC of the body under our secret. */
  signature: string | null
  contentType: string | null
  body: Buffer
}

/**
 * Takes in what a hub pushes, by the one door. Only a body signed with the secret we gave is read.
 * Refusals: no_such_subscription, signature_missing, signature_wrong, and those of the feed.
 */
export async function takeWebsubPush(context: Context, push: HubPush): Promise<Result<TakenIn>> {
  const subscription = await findSubscriptionByToken(context.db, push.token)
  const source = subscription ? await findSource(context.db, subscription.sourceId) : null
  if (!subscription || !source || source.removedAt) return refusal('no_such_subscription')
  if (!push.signature) return refusal('signature_missing')
  if (!isSigned(push.signature, subscription.secret, push.body)) return refusal('signature_wrong')
  if (source.pausedAt) return ok({ taken: 0, known: 0, kept: 0, flagged: 0 })
  const { topic, sourceId } = subscription
  const parsed = await parseFeed(push.body, { url: topic, contentType: push.contentType, now: context.now })
  if (!parsed.ok) return refusal(parsed.problem.code, parsed.problem.details)
  const posts = parsed.feed.items.filter((item) => item.title !== '' || item.text !== '')
  const taken = await takeInMany(context, source, posts, async (tx) => {
    await changeSubscription(tx, sourceId, { lastPushAt: context.now })
    await noteSuccess(tx, sourceId, context.now, null)
    await tallyHour(tx, sourceId, context.now, { seen: 0, flagged: 0, polls: 1 })
  })
  await wakeCorrelation(context, taken)
  return ok(taken)
}

/** The methods of the WebSub recommendation. */
const methods = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

function isSigned(signature: string, secret: string, body: Buffer): boolean {
  const [, method = '', hex = ''] = /^(\w{4,6})=([0-9a-f]{40,128})$/i.exec(signature.trim()) ?? []
  if (!methods.has(method.toLowerCase())) return false
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(expected, given)
}
