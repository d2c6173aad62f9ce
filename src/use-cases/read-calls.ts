import type { NoticeView, PageView } from '#contracts/paging.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Locale } from '#i18n/locale.ts'
import { listAgencies } from '#store/agencies.ts'
import {
  groundsOf,
  type MessageRow,
  markNoticesSeen,
  messagesOfPage,
  noticesOf,
  pagesOfIncident,
} from '#store/pages.ts'
import type { Context } from './context.ts'
import { lettersIn } from './write-letter.ts'

const noticesShown = 30

/** Who was called about an incident, by which channels, and how it went. Refusals: no_such_incident, not_your_agency. */
export async function readCalls(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<PageView[]>> {
  const { db } = context
  const ground = (await groundsOf(db, [incidentId])).get(incidentId)
  if (!ground) return refusal('no_such_incident')
  const allowed = may(context.actor, 'see_incident', { route: ground.route })
  if (!allowed.ok) return allowed
  const pages = await pagesOfIncident(db, incidentId)
  const messages = await messagesOfPage(
    db,
    pages.map(({ page }) => page.id),
  )
  return ok(
    pages.map(({ page, contact }) => ({
      id: page.id,
      agency: page.agency,
      post: contact.post,
      rung: contact.rung,
      occasion: page.occasion,
      urgency: page.urgency,
      state: page.state,
      beganAt: page.beganAt.toISOString(),
      posts: page.posts,
      messages: messages.filter(({ pageId }) => pageId === page.id).map(messageViewOf),
    })),
  )
}

/** The officer's own list of calls. */
export async function readNotices(
  context: Context,
  { locale }: { locale: Locale },
): Promise<Result<NoticeView[]>> {
  const { actor, db } = context
  if (actor.kind !== 'person') return refusal('not_signed_in')
  const [notices, agencies] = await Promise.all([noticesOf(db, actor.id, noticesShown), listAgencies(db)])
  const names = new Map(agencies.map(({ key, short }) => [key, short]))
  return ok(
    notices.map(({ message, page }) => {
      const { title, lines } = lettersIn(page, names.get(page.agency ?? '') ?? '', locale)
      return {
        id: message.id,
        at: (message.handedAt ?? message.createdAt).toISOString(),
        incidentId: page.incidentId,
        title,
        text: lines.join('，'),
        occasion: page.occasion,
        open: page.state === 'open',
        seen: message.seenAt !== null,
      }
    }),
  )
}

/** The list was looked at. */
export async function seeNotices(context: Context): Promise<Result<true>> {
  const { actor, db, now } = context
  if (actor.kind !== 'person') return refusal('not_signed_in')
  const notices = await noticesOf(db, actor.id, noticesShown)
  const fresh = notices.filter(({ message }) => !message.seenAt).map(({ message }) => message.id)
  await markNoticesSeen(db, fresh, now)
  return ok(true)
}

function messageViewOf(row: MessageRow) {
  const { id, kind, state, attempts, problem } = row
  return {
    ...{ id, channel: kind, state, attempts, problem },
    handedAt: row.handedAt?.toISOString() ?? null,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
  }
}
