import { never, type Sent, type Tools } from '#channels/channel.ts'
import { channels } from '#channels/index.ts'
import type { AddressedChannel } from '#domain/paging/channel-kind.ts'
import { channelById } from '#store/channels.ts'
import { pushSubscriptionsOf } from '#store/contacts.ts'
import { type MessageRow, pageById } from '#store/pages.ts'
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
