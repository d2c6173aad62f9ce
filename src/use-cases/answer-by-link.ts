import type { ReplyVerb } from '#domain/paging/reply-code.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { isPageTokenOf, readPageToken } from '#platform/page-token.ts'
import { type DuePage, pageById } from '#store/pages.ts'
import { noteRefusal } from './answer-as-contact.ts'
import { answerPage, type PageAnswered } from './answer-page.ts'
import type { Context } from './context.ts'

/**
 * Answers by the signed link of a letter, signed in or not.
 * Refusals: link_forged, link_expired and those of answerPage.
 */
export async function answerByLink(
  context: Context,
  { token, verb }: { token: string; verb: ReplyVerb },
): Promise<Result<PageAnswered>> {
  const opened = await openPageLink(context, token)
  return opened.ok ? answerPage(context, opened.value, verb) : opened
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
