import { ok, type Result, refusal } from '#domain/result.ts'
import { hotlineBody, hotlineToRawPost } from '#sources/hotline.ts'
import type { SourceWarning } from '#sources/source.ts'
import type { Context } from './context.ts'
import { receiveHotlineCall } from './receive-hotline-call.ts'
import { type SignedMessage, verifySender } from './verify-sender.ts'

/**
 * Checks who sent a hotline request and what it says, and takes it in.
 * Refusals: key_unknown, those of the signature, not_json, not_understood { field }.
 */
export async function answerHotlineRequest(
  context: Omit<Context, 'actor'>,
  request: SignedMessage,
): Promise<Result<{ receipt: string; isNew: boolean; warnings: SourceWarning[] }>> {
  const sender = await verifySender(context, 'hotline', request)
  if (!sender.ok) return sender
  const { key, message } = sender.value
  const parsed = hotlineBody.safeParse(message)
  if (!parsed.success) {
    return refusal('not_understood', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  const { post, channel, warnings } = hotlineToRawPost(parsed.data, context.now)
  const actor = { kind: 'machine', keyId: key.id, name: key.name } as const
  const received = await receiveHotlineCall({ ...context, actor }, { key, call: { ...post, channel } })
  return received.ok ? ok({ ...received.value, warnings }) : received
}
