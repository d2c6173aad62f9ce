import type { AlertView } from '#contracts/views.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { isPageTokenOf, readPageToken } from '#platform/page-token.ts'
import { type DuePage, pageById } from '#store/pages.ts'
import { acceptAlert } from './accept-alert.ts'
import { answerAsContact, noteRefusal, tooLate } from './answer-as-contact.ts'
import type { Context } from './context.ts'

/**
 * Accepts by the signed link of a letter, signed in or not; one rule decides, the one of the button on the screen.
 * Refusals: link_forged, link_expired, link_void, link_only_tells, link_stale, already_accepted { who, at },
 * alert_ended { at } and those of acceptAlert.
 */
export async function acceptByLink(
  context: Context,
  { token }: { token: string },
): Promise<Result<AlertView>> {
  const opened = await openPageLink(context, token)
  if (!opened.ok) return opened
  const { page } = opened.value
  if (!page.mayAccept || !page.alertId) return refusal('link_only_tells')
  const late = await tooLate(context, opened.value)
  if (late) return { ok: false, refusal: late }
  const actor = await answerAsContact(context, opened.value)
  if (!actor.ok) return actor
  return acceptAlert({ ...context, actor: actor.value }, { alertId: page.alertId })
}

/** The page behind a link. Refusals: link_forged, link_expired. */
export async function openPageLink(context: Context, token: string): Promise<Result<DuePage>> {
  const link = readPageToken(token)
  const about = link && (await pageById(context.db, link.pageId))
  if (!link || !about) return refusal('link_forged')
  const { page, contact } = about
  const ours = isPageTokenOf(env().AUTH_SECRET, token, { alertId: page.alertId, contactId: contact.id })
  if (!ours || link.version !== (page.alertVersion ?? 0) % 65_536) {
    await noteRefusal(context, about, 'link', 'link_forged')
    return refusal('link_forged')
  }
  return context.now > link.expiresAt ? refusal('link_expired') : ok(about)
}
