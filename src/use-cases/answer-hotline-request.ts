import { ok, type Result, refusal } from '#domain/result.ts'
import { verifySignature } from '#platform/signature.ts'
import { hotlineBody, hotlineToRawPost } from '#sources/hotline.ts'
import type { SourceWarning } from '#sources/source.ts'
import { findHotlineKey } from '#store/hotline-keys.ts'
import type { Context } from './context.ts'
import { receiveHotlineCall } from './receive-hotline-call.ts'

export type HotlineRequest = {
  key: string | null
  timestamp: string | null
  signature: string | null
  /** As it came over the wire; the signature covers these very bytes. */
  body: Buffer
}

/**
 * Checks who sent a hotline request and what it says, and takes it in.
 * Refusals: key_unknown, those of the signature, not_json, not_understood { field }.
 */
export async function answerHotlineRequest(
  context: Omit<Context, 'actor'>,
  request: HotlineRequest,
): Promise<Result<{ receipt: string; isNew: boolean; warnings: SourceWarning[] }>> {
  const key = request.key ? await findHotlineKey(context.db, request.key) : null
  if (!key) return refusal('key_unknown')
  const { timestamp, signature, body } = request
  const signed = verifySignature({ secret: key.secret, timestamp, signature, body, now: context.now })
  if (!signed.ok) return signed
  const read = readJson(body)
  if (!read.ok) return read
  const parsed = hotlineBody.safeParse(read.value)
  if (!parsed.success) {
    return refusal('not_understood', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  const { post, channel, warnings } = hotlineToRawPost(parsed.data, context.now)
  const actor = { kind: 'machine', keyId: key.id, name: key.name } as const
  const received = await receiveHotlineCall({ ...context, actor }, { key, call: { ...post, channel } })
  return received.ok ? ok({ ...received.value, warnings }) : received
}

function readJson(body: Buffer): Result<unknown> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch {
    return refusal('not_json')
  }
}
