import type { Letter, Recipient } from '#channels/channel.ts'
import { channels } from '#channels/index.ts'
import type { TestChannel } from '#contracts/channels.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { translatorFor } from '#i18n/translator.ts'
import { env } from '#platform/env.ts'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { type ChannelRow, channelById, noteHealth } from '#store/channels.ts'
import { pushSubscriptionsOf } from '#store/contacts.ts'
import type { Context } from './context.ts'
import { ensureVapidKeys } from './ensure-vapid-keys.ts'

/**
 * Sends one harmless message to an address typed for it, which is not kept; push goes to one's own browsers.
 * Refusals: role_may_not, no_such_channel, bad_address_of { channel }, test_failed { problem }.
 */
export async function testChannel(
  context: Context,
  { channelId, address }: TestChannel,
  reach = gatewayReach(),
): Promise<Result<true>> {
  const { actor, db } = context
  const allowed = may(actor, 'manage_channels')
  if (!allowed.ok) return allowed
  const gateway = await channelById(db, channelId)
  if (!gateway) return refusal('no_such_channel')
  const channel = channels[gateway.kind]
  const needed = channel.address === 'needed' || (channel.address === 'optional' && address !== '')
  if (needed && !channel.addressShape.test(address))
    return refusal('bad_address_of', { channel: gateway.kind })
  const browsers = actor.kind === 'person' ? await pushSubscriptionsOf(db, actor.id) : []
  return sendTest(context, gateway, { address: address || null, browsers }, reach)
}

/** Hands one harmless message to a gateway and notes how it went. Refusals: test_failed { problem }. */
export async function sendTest(
  context: Context,
  gateway: ChannelRow,
  to: Recipient,
  reach = gatewayReach(),
): Promise<Result<true>> {
  const { db, now } = context
  const channel = channels[gateway.kind]
  const settings = channel.settings.safeParse(gateway.settings)
  if (!settings.success) return refusal('test_failed', { problem: 'bad_configuration' })
  const tools = { ...reach, now, vapid: await ensureVapidKeys(context) }
  const sent = await channel.send(testLetter(context.newId()), to, settings.data, tools)
  await db.transaction((tx) =>
    noteHealth(tx, gateway.id, { at: now, problem: sent.ok ? null : sent.problem }),
  )
  return sent.ok ? ok(true) : refusal('test_failed', { problem: sent.problem })
}

function testLetter(key: string): Letter {
  const say = translatorFor('zh')
  const drill = env().REALM === 'drill' ? say('paging.drill') : ''
  const title = `${drill}${say('paging.test.title')}`
  const line = say('paging.test.line')
  return {
    ...{ key, title, lines: [line], short: `${title}。${line}`, link: null, linkWords: '', code: null },
    urgency: 'ordinary',
  }
}
