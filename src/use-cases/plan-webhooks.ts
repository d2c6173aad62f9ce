import { requiredOnRoute } from '#domain/api/required-on-route.ts'
import { type ChannelRow, listChannels } from '#store/channels.ts'
import type { Transaction } from '#store/database.ts'
import { insertMessages } from '#store/dead-letters.ts'
import type { Routed } from '#store/event-log.ts'
import type { message } from '#store/tables/page.ts'
import { liveWebhooks } from '#store/webhooks.ts'
import type { Context } from './context.ts'

/** Who wants to be told: the agency it speaks for (null: the office set it up for all), and the names it asked for. */
type Listener = {
  key: string
  channelId: string | null
  webhookId: string | null
  agency: string | null
  events: string[]
}

/** What is said about messages would be an echo of itself; whoever wants it names it. */
const onlyByName = /^message\./

/** Writes an outgoing message for each event and each machine of another house that may hear it. */
export async function planWebhooks(context: Context, tx: Transaction, routed: Routed[]): Promise<void> {
  const [hooks, channels] = await Promise.all([liveWebhooks(tx), listChannels(tx)])
  const listeners: Listener[] = [
    ...hooks.map(({ id, agency, events }) => ({ key: id, channelId: null, webhookId: id, agency, events })),
    ...channels.filter(isOpenWebhook).map(({ id, agency }) => {
      return { key: id, channelId: id, webhookId: null, agency, events: [] }
    }),
  ]
  if (listeners.length === 0) return
  const rows: (typeof message.$inferInsert)[] = []
  for (const one of routed) {
    for (const listener of listeners) {
      if (!hears(listener, one)) continue
      const { id, name, at, data, incidentId = null } = one.event
      rows.push({
        id: context.newId(),
        key: `hook/${listener.key}/${id}`,
        kind: 'webhook',
        channelId: listener.channelId,
        payload: { webhookId: listener.webhookId, event: { id, name, at, incidentId, data } },
        state: 'waiting',
        nextTryAt: context.now,
        createdAt: context.now,
      })
    }
  }
  await insertMessages(tx, rows)
}

function isOpenWebhook({ kind, enabled }: ChannelRow): boolean {
  return kind === 'webhook' && enabled
}

function hears({ agency, events }: Listener, { event, route }: Routed): boolean {
  if (route === null) return false
  if (events.length > 0 ? !events.includes(event.name) : onlyByName.test(event.name)) return false
  if (agency === null) return true
  const key = {
    kind: 'api_key',
    keyId: '',
    name: '',
    agency,
    territory: null,
    scopes: [],
    post: null,
  } as const
  return requiredOnRoute(key).every((needed) => route.includes(needed))
}
