import type { PersonView } from '#contracts/views.ts'
import type { Reply } from '#domain/reply/reply.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

type ReplyEvent = 'reply.drafted' | 'reply.signed' | 'reply.published' | 'reply.answered' | 'reply.dropped'

/** Tells what became of a text for the public; its words are read by those on the route, the event carries none. */
export async function tellReply(
  { now }: Context,
  tx: Transaction,
  name: ReplyEvent,
  reply: Reply,
  told: { route: string[]; by: PersonView },
): Promise<void> {
  await record(tx, [toldOfReply(name, reply, told)], { at: now, actor: told.by })
}

/** The same as an event for a caller that has more to record. */
export function toldOfReply(
  name: ReplyEvent,
  { id, kind, state, place, url, publishedAt, incidentId }: Reply,
  { route, by }: { route: string[]; by: PersonView },
): Happened[number] {
  const reply = { id, kind, state, place, url, publishedAt: publishedAt?.toISOString() ?? null }
  return { name, data: { reply, by }, incidentId, route }
}
