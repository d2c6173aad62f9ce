import { ok, type Result, refusal } from '#domain/result.ts'
import { verifySignature } from '#platform/signature.ts'
import { findHotlineKey, type HotlineKey } from '#store/hotline-keys.ts'
import type { Context } from './context.ts'

export type SignedMessage = {
  key: string | null
  timestamp: string | null
  signature: string | null
  /** As it came over the wire; the signature covers these very bytes. */
  body: Buffer
}

/**
 * Says who signed a message and what JSON it holds.
 * Refusals: key_unknown, those of the signature, not_json.
 */
export async function verifySender(
  { db, now }: Pick<Context, 'db' | 'now'>,
  kind: 'hotline' | 'vendor',
  { key: id, timestamp, signature, body }: SignedMessage,
): Promise<Result<{ key: HotlineKey; message: unknown }>> {
  const key = id ? await findHotlineKey(db, id, kind) : null
  if (!key) return refusal('key_unknown')
  const signed = verifySignature({ secret: key.secret, timestamp, signature, body, now })
  if (!signed.ok) return signed
  try {
    return ok({ key, message: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) })
  } catch {
    return refusal('not_json')
  }
}
