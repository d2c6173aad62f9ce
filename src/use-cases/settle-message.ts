import type { Sent } from '#channels/channel.ts'
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

/**
 * Writes down what a gateway answered. A failure hastens the person's next channel at once, while this one is
 * tried again after a pause; the last failure is final and shown.
 */
export async function settleMessage(context: Context, leased: MessageRow, sent: Sent): Promise<void> {
  const { now } = context
  await context.db.transaction(async (tx) => {
    const message = await lockMessage(tx, leased.id)
    // Another sender has taken it up meanwhile, or it is settled: its word counts, ours comes too late.
    if (!message || message.attempts !== leased.attempts || message.state !== 'waiting') {
      return noteLate(tx, message, sent, now)
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
    if (about && !sent.ok) await hasten(tx, about, now)
    if (message.channelId) {
      await noteHealth(tx, message.channelId, { at: now, problem: sent.ok ? null : sent.problem })
    }
    if (about && state !== 'waiting') await tell(context, tx, message, about, sent)
  })
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

async function tell(
  { now }: Context,
  tx: Transaction,
  message: MessageRow,
  { page, contact }: DuePage,
  sent: Sent,
): Promise<void> {
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
  const happened = sent.ok
    ? ({ name: 'message.handed', data, incidentId, route } as const)
    : ({ name: 'message.failed', data: { ...data, problem: sent.problem }, incidentId, route } as const)
  await record(tx, [happened], { at: now, actor: null })
}
