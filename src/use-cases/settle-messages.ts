import type { Sent } from '#channels/channel.ts'
import type { NewEvent } from '#contracts/events.ts'
import { retryAt } from '#domain/paging/retry.ts'
import { noteHealth } from '#store/channels.ts'
import { removePushSubscription } from '#store/contacts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import {
  type DuePage,
  groundsOf,
  lockMessage,
  type MessageRow,
  pageById,
  updateMessage,
  updatePage,
} from '#store/pages.ts'
import type { Context } from './context.ts'

/** A message as it was leased, and what its gateway answered. */
export type Answered = { leased: MessageRow; sent: Sent }
type Told = NewEvent & { route: string[] | null }

/**
 * Writes down what gateways answered, many at once since each commit takes the log's lock. A failure hastens the
 * person's next channel, while this one is tried again after a pause; the last failure is final and shown.
 */
export async function settleMessages(context: Context, answers: Answered[]): Promise<void> {
  await context.db.transaction(async (tx) => {
    const told: Told[] = []
    const channels = new Map<string, string | null>()
    // In one order everywhere, so that two senders never wait for each other.
    for (const { leased, sent } of [...answers].sort((one, other) =>
      one.leased.id < other.leased.id ? -1 : 1,
    )) {
      told.push(...(await settleOne(context, tx, leased, sent)))
      if (leased.channelId && channels.get(leased.channelId) !== null) {
        channels.set(leased.channelId, sent.ok ? null : sent.problem)
      }
    }
    for (const [id, problem] of [...channels].sort()) await noteHealth(tx, id, { at: context.now, problem })
    await record(tx, told, { at: context.now, actor: null })
  })
}

async function settleOne({ now }: Context, tx: Transaction, leased: MessageRow, sent: Sent): Promise<Told[]> {
  const message = await lockMessage(tx, leased.id)
  // Another sender has taken it up meanwhile, or it is settled: its word counts, ours comes too late.
  if (!message || message.attempts !== leased.attempts || message.state !== 'waiting') {
    await noteLate(tx, message, sent, now)
    return []
  }
  const nextTryAt = sent.ok || !sent.again ? null : retryAt(message.attempts, now, sent.retryAfterSeconds)
  const state = sent.ok ? 'handed' : nextTryAt ? 'waiting' : 'failed'
  await updateMessage(tx, message.id, {
    ...{ state, nextTryAt, leasedUntil: null },
    handedAt: sent.ok ? now : null,
    problem: sent.ok ? null : sent.problem,
  })
  for (const endpoint of sent.gone ?? []) await removePushSubscription(tx, endpoint, null)
  const about = message.pageId ? await pageById(tx, message.pageId) : null
  if (!about) return []
  if (!sent.ok) await hasten(tx, about, now)
  return state === 'waiting' ? [] : [await eventOf(tx, message, about, sent)]
}

/** A message stopped while it was under way did arrive: that is kept. */
async function noteLate(tx: Transaction, message: MessageRow | null, sent: Sent, now: Date): Promise<void> {
  if (message?.state === 'stopped' && sent.ok) {
    await updateMessage(tx, message.id, { state: 'handed', handedAt: now, problem: null })
  }
}

/** The person's next channel is tried now instead of at its minute; at the rules' end it is asked whether anything is left. */
async function hasten(tx: Transaction, { page }: DuePage, now: Date): Promise<void> {
  if (page.state === 'open') await updatePage(tx, page.id, { nextTryAt: now })
}

async function eventOf(
  tx: Transaction,
  message: MessageRow,
  { page, contact }: DuePage,
  sent: Sent,
): Promise<Told> {
  const { incidentId, occasion, agency, urgency } = page
  const data = {
    ...{
      incidentId,
      occasion,
      agency,
      urgency,
      messageId: message.id,
      pageId: page.id,
      channel: message.kind,
    },
    rung: contact.rung,
    post: contact.post,
    userId: message.kind === 'in_app' ? contact.userId : null,
  }
  const grounds = await groundsOf(tx, incidentId ? [incidentId] : [])
  const route = grounds.get(incidentId ?? '')?.route ?? null
  return sent.ok
    ? { name: 'message.handed', data, incidentId, route }
    : { name: 'message.failed', data: { ...data, problem: sent.problem }, incidentId, route }
}
