import { z } from 'zod'
import { isSameNumber, readReply } from '#domain/paging/reply-code.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { verifySignature } from '#platform/signature.ts'

import { channelById } from '#store/channels.ts'
import { pagesByCode } from '#store/pages.ts'
import { noteRefusal } from './answer-as-contact.ts'
import { answerPage, type PageAnswered } from './answer-page.ts'
import type { Context } from './context.ts'
import type { SignedMessage } from './verify-sender.ts'

const smsReply = z.object({ from: z.string().min(3).max(30), text: z.string().min(1).max(500) })

/**
 * An officer's answer by SMS, handed over and signed by the gateway it came through.
 * Refusals: key_unknown, those of the signature, not_json, not_understood, reply_not_understood, code_unknown,
 * code_not_yours and those of answerPage.
 */
export async function takeSmsReply(context: Context, request: SignedMessage): Promise<Result<PageAnswered>> {
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
  return answerPage(context, mine, said.verb)
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
