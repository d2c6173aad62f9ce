import { never, type Sent, type Tools } from '#channels/channel.ts'
import { channels } from '#channels/index.ts'
import type { AddressedChannel } from '#domain/paging/channel-kind.ts'
import { channelById } from '#store/channels.ts'
import { pushSubscriptionsOf } from '#store/contacts.ts'
import { type MessageRow, pageById } from '#store/pages.ts'
import { liveWebhooks } from '#store/webhooks.ts'
import type { Context } from './context.ts'
import { writeLetter } from './write-letter.ts'

/** Hands one leased message to its gateway; every failure is an answer, none is thrown. */
export async function sendMessage(
  context: Context,
  message: MessageRow,
  tools: Tools,
  agencyName: (key: string | null) => string,
): Promise<Sent> {
  const { db } = context
  if (message.kind === 'webhook') return sendToMachine(context, message, tools)
  const gateway = message.channelId ? await channelById(db, message.channelId) : null
  if (message.channelId && !gateway?.enabled) return never('channel_off')
  const channel = channels[message.kind]
  const settings = channel.settings.safeParse(gateway?.settings ?? {})
  if (!settings.success) return never('bad_configuration')
  const about = message.pageId ? await pageById(db, message.pageId) : null
  if (!about) return never('nobody')
  const { contact, page } = about
  const letter = writeLetter(message.id, about, agencyName(page.agency))
  const browsers =
    message.kind === 'web_push' && contact.userId ? await pushSubscriptionsOf(db, contact.userId) : []
  const address = contact.addresses[message.kind as AddressedChannel] ?? null
  return channel.send(letter, { address, browsers }, settings.data, tools)
}

/** To the address an agency's program registered, or the one the office set up. */
async function sendToMachine({ db }: Context, message: MessageRow, tools: Tools): Promise<Sent> {
  const { webhookId, event } = (message.payload ?? {}) as { webhookId?: string; event?: unknown }
  const registered = webhookId ? (await liveWebhooks(db)).find(({ id }) => id === webhookId) : null
  const setUp = message.channelId ? await channelById(db, message.channelId) : null
  const settings = channels.webhook.settings.safeParse(registered ?? (setUp?.enabled ? setUp.settings : null))
  if (!settings.success) return never('channel_off')
  const letter = {
    ...{ key: message.id, title: '', lines: [], short: '', link: null, linkWords: '', code: null },
    urgency: 'ordinary' as const,
    payload: event,
  }
  return channels.webhook.send(letter, { address: null, browsers: [] }, settings.data, tools)
}
