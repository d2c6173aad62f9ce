import type { Person, Role } from '#domain/permission.ts'
import { ok, type Refusal, type Result, refusal } from '#domain/result.ts'

import { contactById, type RungHolder } from '#store/contacts.ts'
import { record } from '#store/event-log.ts'
import { alertOfPage, type DuePage } from '#store/pages.ts'
import type { Context } from './context.ts'

/**
 * Who answers a page by link or SMS: the post of the book, speaking for its agency – never more than that.
 * Refusals: link_void when the post has left the book or its account is disabled.
 */
export async function answerAsContact(context: Context, { contact }: DuePage): Promise<Result<Person>> {
  const holder = await contactById(context.db, contact.id)
  if (!holder || (holder.userId && !holder.username)) return refusal('link_void')
  return ok(personOf(holder))
}

/**
 * Why an answer comes too late, or null when the page still asks: already_accepted { who, at }, alert_ended { at },
 * link_stale when the agency was called anew since.
 */
export async function tooLate(context: Context, { page }: DuePage): Promise<Refusal | null> {
  const alert = page.alertId ? await alertOfPage(context.db, page.alertId) : null
  if (!alert) return refusal('no_such_alert').refusal
  if (alert.endedAt) return refusal('alert_ended', { at: alert.endedAt.toISOString() }).refusal
  if (alert.state === 'accepted') {
    const at = (alert.acceptedAt ?? context.now).toISOString()
    return refusal('already_accepted', { who: alert.acceptedBy?.post ?? '', at }).refusal
  }
  return page.state === 'stopped' ? refusal('link_stale').refusal : null
}

/** Somebody answered with what was not theirs, or was made up: the office's list shows it. */
export async function noteRefusal(
  context: Context,
  { page }: DuePage,
  by: 'link' | 'sms',
  why: string,
): Promise<void> {
  const { incidentId } = page
  const happened = { name: 'reply.refused' as const, data: { incidentId, by, why }, incidentId, route: null }
  await context.db.transaction((tx) => record(tx, [happened], { at: context.now, actor: null }))
}

function personOf({ id, userId, username, post, rung, agency }: RungHolder): Person {
  const role: Role =
    rung === 'office' ? 'office' : rung === 'duty' || rung === 'substitute' ? 'duty' : 'leader'
  return {
    kind: 'person',
    id: userId ?? `contact:${id}`,
    username: username ?? `contact:${id}`,
    ...{ post, role, agency },
    territory: null,
  }
}
