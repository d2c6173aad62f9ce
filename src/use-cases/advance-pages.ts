import { channels } from '#channels/index.ts'
import type { AddressedChannel, PersonalChannel } from '#domain/paging/channel-kind.ts'
import { heardAt, type PagingStep, stepsOf } from '#domain/paging/personal-rules.ts'
import { type ChannelRow, gatewayFor, listChannels } from '#store/channels.ts'
import { pushSubscriptionsOf } from '#store/contacts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import {
  type DuePage,
  groundsOf,
  insertMessage,
  lockDuePages,
  messagesOfPage,
  updatePage,
} from '#store/pages.ts'
import type { Context } from './context.ts'

const batch = 100

/**
 * Tries the next channel of every page whose time has come: what the person's own rules say, from the first step
 * that is due. @returns how many pages moved on.
 */
export async function advancePages(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const due = await lockDuePages(tx, context.now, batch)
    if (due.length === 0) return 0
    const gateways = await listChannels(tx)
    const lost: DuePage[] = []
    for (const one of due) {
      if (!(await advance(context, tx, one, gateways))) lost.push(one)
    }
    await recordUnreachable(context, tx, lost)
    return due.length
  })
}

/** False when the rules are at their end and nothing was sent nor waits to be. */
async function advance(
  context: Context,
  tx: Transaction,
  { page, contact }: DuePage,
  gateways: ChannelRow[],
): Promise<boolean> {
  const steps = stepsOf(contact.rules, page.urgency)
  const dueAt = ({ afterMinutes }: PagingStep) => page.beganAt.getTime() + afterMinutes * 60_000
  let [step, sent] = [page.step, false]
  // The first is due whatever its minute, since a channel before it may have failed; so is the next to one that is not set up.
  for (let next = steps[step]; next; next = steps[step]) {
    if (sent && dueAt(next) > context.now.getTime()) break
    sent = (await sendBy(context, tx, { page, contact }, next.channel, gateways)) || sent
    step += 1
  }
  const next = steps[step]
  await updatePage(tx, page.id, { step, nextTryAt: next ? new Date(dueAt(next)) : null })
  if (next) return true
  const messages = await messagesOfPage(tx, [page.id])
  return sent || messages.some(({ state }) => state === 'waiting' || state === 'handed')
}

/** Writes the message this channel owes; false where it is not set up, or the person has nothing to be reached by. */
async function sendBy(
  { now, newId }: Context,
  tx: Transaction,
  { page, contact }: DuePage,
  kind: PersonalChannel,
  gateways: ChannelRow[],
): Promise<boolean> {
  const gateway = kind === 'in_app' ? null : gatewayFor(gateways, kind, contact.agency)
  if (kind === 'in_app' ? !contact.userId : !gateway) return false
  const address = contact.addresses[kind as AddressedChannel] ?? null
  if (channels[kind].address === 'needed' && !address) return false
  if (kind === 'web_push') {
    const browsers = contact.userId ? await pushSubscriptionsOf(tx, contact.userId) : []
    if (browsers.length === 0) return false
  }
  // A robot speaks to its whole group: without a name to call, one message is enough for a rung.
  const toGroup = channels[kind].address === 'optional' && !address
  const occasion = `${page.key.slice(0, -contact.id.length)}${page.beganAt.getTime()}`
  await insertMessage(tx, {
    id: newId(),
    key: toGroup ? `${occasion}/${gateway?.id}` : `${page.id}/${kind}`,
    pageId: page.id,
    kind,
    channelId: gateway?.id ?? null,
    state: 'waiting',
    nextTryAt: heardAt(now, { quiet: contact.quiet, urgency: page.urgency, channel: kind }),
    createdAt: now,
  })
  return true
}

/** Nothing reaches this post: said on the incident, so that somebody picks up a telephone. */
async function recordUnreachable(context: Context, tx: Transaction, lost: DuePage[]): Promise<void> {
  if (lost.length === 0) return
  const grounds = await groundsOf(
    tx,
    lost.flatMap(({ page }) => page.incidentId ?? []),
  )
  const happened = lost.map(({ page, contact }) => ({
    name: 'page.unreachable' as const,
    data: {
      incidentId: page.incidentId,
      occasion: page.occasion,
      agency: page.agency,
      rung: contact.rung,
      post: contact.post,
    },
    incidentId: page.incidentId,
    route: grounds.get(page.incidentId ?? '')?.route ?? null,
  }))
  for (const { page } of lost) await updatePage(tx, page.id, { state: 'unreachable', nextTryAt: null })
  await record(tx, happened, { at: context.now, actor: null })
}
