import { randomBytes } from 'node:crypto'
import { allowedPrivate } from '#platform/allowed-private.ts'
import { env } from '#platform/env.ts'
import { fetchSafely } from '#platform/http.ts'
import {
  changeSubscription,
  dueSubscriptions,
  findSubscription,
  type HubSubscription,
  saveSubscription,
} from '#store/hub-subscriptions.ts'
import { findSource, type SourceRow } from '#store/sources.ts'
import type { Context } from './context.ts'
import { ordinaryManners } from './visit-host.ts'

/** Asked of the hub; it may give less. */
const leaseSeconds = 10 * 24 * 3_600
/** A hub that has not called back by then is asked again. */
const patienceMs = 3_600_000
/** One that refuses or fails is left alone for a day. */
const afterRefusalMs = 24 * 3_600_000

/**
 * Asks the hub of a feed to push it to us, unless it was asked already. Nothing depends on it: polling goes on until
 * the hub has proven itself. A hub without TLS could neither keep nor be trusted with the secret that signs its pushes.
 */
export async function subscribeHub(
  context: Context,
  { source, hub, topic }: { source: Pick<SourceRow, 'id' | 'name'>; hub: string; topic: string | null },
): Promise<void> {
  if (!env().PUBLIC_URL || !topic) return
  const known = await findSubscription(context.db, source.id)
  if (known && known.hub === hub && known.topic === topic) return
  const url = new URL(hub)
  if (url.protocol !== 'https:' && !ordinaryManners().isOwn(url)) return
  const asked: HubSubscription = {
    sourceId: source.id,
    hub,
    topic,
    token: randomBytes(24).toString('base64url'),
    secret: randomBytes(32).toString('hex'),
    state: 'asked',
    problem: null,
    askedAt: context.now,
    askAgainAt: new Date(context.now.getTime() + patienceMs),
    leaseUntil: null,
    lastPushAt: null,
    missedAt: null,
  }
  // Saved first: the hub may call back before it has answered.
  await saveSubscription(context.db, asked)
  await askHub(context, asked)
}

/** Renews leases before they end, and asks those again that have not called back. */
export async function renewSubscriptions(context: Context): Promise<number> {
  const due = await dueSubscriptions(context.db, context.now)
  for (const subscription of due) {
    const source = await findSource(context.db, subscription.sourceId)
    const askAgainAt = new Date(context.now.getTime() + patienceMs)
    await changeSubscription(context.db, subscription.sourceId, { askedAt: context.now, askAgainAt })
    if (source && !source.removedAt && !source.pausedAt) await askHub(context, subscription)
  }
  return due.length
}

async function askHub(
  context: Context,
  { sourceId, hub, topic, token, secret }: HubSubscription,
): Promise<void> {
  const answer = await fetchSafely(hub, {
    allowPrivate: allowedPrivate(),
    maxRedirects: 0,
    maxBytes: 64 * 1024,
    form: {
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': callbackOf(token),
      'hub.lease_seconds': String(leaseSeconds),
      'hub.secret': secret,
    },
  })
  if (answer.ok) return
  context.log.info({ sourceId, problem: answer.problem.code }, 'a hub did not take our subscription')
  const askAgainAt = new Date(context.now.getTime() + afterRefusalMs)
  const lapsed = (await findSubscription(context.db, sourceId))?.leaseUntil
  // A renewal that failed costs nothing while the lease lasts.
  const state = lapsed && lapsed > context.now ? {} : { state: 'failed' as const }
  await changeSubscription(context.db, sourceId, { ...state, problem: answer.problem.code, askAgainAt })
}

function callbackOf(token: string): string {
  return new URL(`/api/websub/${token}`, env().PUBLIC_URL).href
}
