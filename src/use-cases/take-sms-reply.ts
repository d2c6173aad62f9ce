import { z } from 'zod'
import { isSameNumber, readReply } from '#domain/paging/reply-code.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { verifySignature } from '#platform/signature.ts'

import { channelById } from '#store/channels.ts'
import { alertOfPage, type DuePage, pagesByCode } from '#store/pages.ts'
import { acceptAlert } from './accept-alert.ts'
import { answerAsContact, noteRefusal, tooLate } from './answer-as-contact.ts'
import type { Context } from './context.ts'
import { escalateAlert } from './escalate-alert.ts'
import type { SignedMessage } from './verify-sender.ts'

const smsReply = z.object({ from: z.string().min(3).max(30), text: z.string().min(1).max(500) })

/** What was done, for the SMS that answers. */
export type ReplyDone = { done: 'accepted' | 'escalated'; number: string }

/**
 * An officer's answer by SMS, handed over and signed by the gateway it came through.
 * Refusals: key_unknown, those of the signature, not_json, not_understood, reply_not_understood, code_unknown,
 * code_not_yours, link_expired, link_only_tells, link_stale and those of accepting and escalating.
 */
export async function takeSmsReply(context: Context, request: SignedMessage): Promise<Result<ReplyDone>> {
  const heard = await verified(context, request)
  if (!heard.ok) return heard
  const said = readReply(heard.value.text)
  if (!said) return refusal('reply_not_understood')
  const found = await pagesByCode(context.db, said.code)
  const mine = found.find(({ contact }) => isSameNumber(contact.addresses.sms ?? '', heard.value.from))
  if (!mine) {
    const [other] = found
    if (!other) return refusal('code_unknown')
    await noteRefusal(context, other, 'sms', 'code_not_yours')
    return refusal('code_not_yours')
  }
  return said.verb === 'accept' ? acceptFor(context, mine) : escalateFor(context, mine)
}

async function acceptFor(context: Context, about: DuePage): Promise<Result<ReplyDone>> {
  const asked = await whoAnswers(context, about)
  if (!asked.ok) return asked
  const accepted = await acceptAlert(asked.value.context, { alertId: asked.value.alertId })
  return accepted.ok ? ok({ done: 'accepted', number: String(about.page.facts.number ?? '') }) : accepted
}

async function escalateFor(context: Context, about: DuePage): Promise<Result<ReplyDone>> {
  const asked = await whoAnswers(context, about)
  if (!asked.ok) return asked
  const alert = await alertOfPage(context.db, asked.value.alertId)
  if (!alert) return refusal('no_such_alert')
  const climbed = await escalateAlert(asked.value.context, { alertId: alert.id, version: alert.version })
  return climbed.ok ? ok({ done: 'escalated', number: String(about.page.facts.number ?? '') }) : climbed
}

async function whoAnswers(
  context: Context,
  about: DuePage,
): Promise<Result<{ context: Context; alertId: string }>> {
  const { page } = about
  if (!page.mayAccept || !page.alertId) return refusal('link_only_tells')
  const late = await tooLate(context, about)
  if (late) return { ok: false, refusal: late }
  if (context.now > page.expiresAt) return refusal('link_expired')
  const actor = await answerAsContact(context, about)
  if (!actor.ok) return actor
  return ok({ context: { ...context, actor: actor.value }, alertId: page.alertId })
}

/** The number it came from, however it was written, is believed because the gateway signed it. */
async function verified(
  { db, now }: Context,
  { key, timestamp, signature, body }: SignedMessage,
): Promise<Result<z.infer<typeof smsReply>>> {
  const gateway = key && z.uuid().safeParse(key).success ? await channelById(db, key) : null
  if (gateway?.kind !== 'sms' || !gateway.enabled) return refusal('key_unknown')
  const secret = String(gateway.settings.secret ?? '')
  const signed = verifySignature({ secret, timestamp, signature, body, now })
  if (!signed.ok) return signed
  try {
    const parsed = smsReply.safeParse(JSON.parse(body.toString('utf8')))
    return parsed.success ? ok(parsed.data) : refusal('not_understood', { field: 'from, text' })
  } catch {
    return refusal('not_json')
  }
}
