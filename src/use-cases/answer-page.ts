import type { ReplyVerb } from '#domain/paging/reply-code.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { alertOfPage, type DuePage } from '#store/pages.ts'
import { acceptAlert } from './accept-alert.ts'
import { answerAsContact, tooLate } from './answer-as-contact.ts'
import type { Context } from './context.ts'
import { escalateAlert } from './escalate-alert.ts'

/** What was done, for the line that answers. */
export type PageAnswered = { done: 'accepted' | 'escalated'; number: string }

/**
 * Carries out what a called post answered, by the same rules as the buttons on the screen.
 * Refusals: link_only_tells, link_stale, link_expired, link_void, already_accepted { who, at }, alert_ended { at } and
 * those of acceptAlert and escalateAlert.
 */
export async function answerPage(
  context: Context,
  about: DuePage,
  verb: ReplyVerb,
): Promise<Result<PageAnswered>> {
  const { page } = about
  if (!page.mayAccept || !page.alertId) return refusal('link_only_tells')
  const late = await tooLate(context, about)
  if (late) return { ok: false, refusal: late }
  if (context.now > page.expiresAt) return refusal('link_expired')
  const actor = await answerAsContact(context, about)
  if (!actor.ok) return actor
  const answering = { ...context, actor: actor.value }
  const done = await (verb === 'accept'
    ? acceptAlert(answering, { alertId: page.alertId })
    : escalateNow(answering, page.alertId))
  if (!done.ok) return done
  return ok({
    done: verb === 'accept' ? 'accepted' : 'escalated',
    number: String(page.facts.number ?? ''),
  })
}

/** A telephone shows no version: what stands now is escalated. */
async function escalateNow(context: Context, alertId: string) {
  const alert = await alertOfPage(context.db, alertId)
  return alert ? escalateAlert(context, { alertId, version: alert.version }) : refusal('no_such_alert')
}
