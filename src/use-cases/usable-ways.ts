import { channels } from '#channels/index.ts'
import type { OwnCallsView } from '#contracts/contacts.ts'
import { type AddressedChannel, type PersonalChannel, personalChannels } from '#domain/paging/channel-kind.ts'
import type { Way } from '#domain/paging/heard.ts'
import { type ChannelRow, gatewayFor, listChannels } from '#store/channels.ts'
import { pushSubscriptionsOf, type RungHolder } from '#store/contacts.ts'
import type { Queryable } from '#store/database.ts'

/** What stands in the way of each channel for one post. */
export type WayState = OwnCallsView['ways'][number]['state']
type Post = Pick<RungHolder, 'agency' | 'userId' | 'addresses'>

/** Every channel with what keeps this post from being called by it. */
export async function waysOf(
  db: Queryable,
  post: Post,
): Promise<{ channel: PersonalChannel; state: WayState; gateway: ChannelRow | null }[]> {
  const gateways = await listChannels(db)
  const browsers = post.userId ? await pushSubscriptionsOf(db, post.userId) : []
  return personalChannels.map((channel) => {
    const gateway = channel === 'in_app' ? null : gatewayFor(gateways, channel, post.agency)
    return { channel, gateway, state: stateOf(channel, post, gateway !== null, browsers.length > 0) }
  })
}

/** The channels by which this post can be called now. */
export async function usableWays(db: Queryable, post: Post): Promise<Way[]> {
  const ways = await waysOf(db, post)
  return ways.flatMap(({ channel, state }) =>
    state === 'ready' ? [{ channel, carries: channels[channel].carries }] : [],
  )
}

function stateOf(channel: PersonalChannel, post: Post, hasGateway: boolean, hasBrowser: boolean): WayState {
  if (channel === 'in_app') return post.userId ? 'ready' : 'no_account'
  if (!hasGateway) return 'no_gateway'
  if (channel === 'web_push') return hasBrowser ? 'ready' : 'no_browser'
  const address = post.addresses[channel as AddressedChannel]
  return channels[channel].address === 'needed' && !address ? 'no_address' : 'ready'
}
