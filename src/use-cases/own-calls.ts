import type { OwnCallsView, SaveOwnCalls, TryOwnCall } from '#contracts/contacts.ts'
import type { AddressedChannel } from '#domain/paging/channel-kind.ts'
import { unheardBy } from '#domain/paging/heard.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { rateLimit } from '#platform/rate-limit.ts'
import {
  contactById,
  contactsOfUser,
  lockContact,
  pushSubscriptionsOf,
  updateContact,
} from '#store/contacts.ts'
import { record } from '#store/event-log.ts'
import { type Context, recordedActor } from './context.ts'
import { sendTest } from './test-channel.ts'
import { usableWays, waysOf } from './usable-ways.ts'

/** Test messages an officer may send to the own telephones in a minute. */
const tests = rateLimit(6)

/** The posts of the book that are the actor's own, with the order in which each is called. */
export async function readOwnCalls(context: Context): Promise<Result<OwnCallsView[]>> {
  const { actor, db } = context
  if (actor.kind !== 'person') return refusal('not_signed_in')
  const allowed = may(actor, 'set_own_calls', { userId: actor.id })
  if (!allowed.ok) return allowed
  const posts: OwnCallsView[] = []
  for (const post of await contactsOfUser(db, actor.id)) {
    const { id, agency, rung, post: name, rules, quiet, addresses } = post
    const ways = (await waysOf(db, post)).map(({ channel, state }) => ({
      channel,
      state,
      ending: channel === 'sms' || channel === 'voice' ? (addresses[channel]?.slice(-4) ?? null) : null,
    }))
    posts.push({ contactId: id, agency, rung, post: name, ways, rules, quiet })
  }
  return ok(posts)
}

/**
 * An officer sets the own order of calls and the own quiet hours.
 * Refusals: no_such_contact, not_your_agency, critical_unheard, critical_late { minutes }.
 */
export async function saveOwnCalls(context: Context, wanted: SaveOwnCalls): Promise<Result<true>> {
  const { actor, db, now } = context
  return db.transaction(async (tx) => {
    const standing = await lockContact(tx, wanted.contactId)
    if (!standing) return refusal('no_such_contact')
    const allowed = may(actor, 'set_own_calls', { userId: standing.userId })
    if (!allowed.ok) return allowed
    const unheard = unheardBy(wanted.rules, await usableWays(tx, standing))
    if (unheard) return refusal(unheard.code, unheard.details)
    await updateContact(tx, standing.id, { rules: wanted.rules, quiet: wanted.quiet })
    const data = { contactId: standing.id, post: standing.post, removed: false }
    await record(tx, [{ name: 'contact.changed', data, incidentId: null, route: null }], {
      at: now,
      actor: recordedActor(context),
    })
    return ok(true)
  })
}

/**
 * Sends one harmless message to the officer's own address by one channel.
 * Refusals: no_such_contact, not_your_agency, way_not_ready, too_many_requests { seconds }, test_failed { problem }.
 */
export async function tryOwnCall(
  context: Context,
  { contactId, channel }: TryOwnCall,
  reach = gatewayReach(),
): Promise<Result<true>> {
  const { actor, db, now } = context
  const post = await contactById(db, contactId)
  if (!post) return refusal('no_such_contact')
  const allowed = may(actor, 'set_own_calls', { userId: post.userId })
  if (!allowed.ok) return allowed
  const way = (await waysOf(db, post)).find((one) => one.channel === channel)
  if (way?.state !== 'ready' || !way.gateway) return refusal('way_not_ready')
  const seconds = tests.take(post.userId ?? contactId, now)
  if (seconds > 0) return refusal('too_many_requests', { seconds })
  const browsers = post.userId ? await pushSubscriptionsOf(db, post.userId) : []
  const address = post.addresses[channel as AddressedChannel] ?? null
  return sendTest(context, way.gateway, { address, browsers }, reach)
}
