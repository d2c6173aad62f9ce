import { createHmac, timingSafeEqual } from 'node:crypto'
import { ok, type Result, refusal } from '#domain/result.ts'

export type SignatureProblem =
  | 'signature_missing'
  | 'signature_malformed'
  | 'timestamp_malformed'
  | 'timestamp_too_old'
  | 'timestamp_in_future'
  | 'signature_wrong'

export type SignedRequest = {
  secret: string
  /** The header `x-anxin-timestamp`: seconds since 1970. */
  timestamp: string | null | undefined
  /** The header `x-anxin-signature`: `sha256=<hex>`. */
  signature: string | null | undefined
  /** The body as it came over the wire, before any parsing. */
  body: Uint8Array | string
  now: Date
  /** How far the sender's clock may be from ours, both ways. */
  toleranceSeconds?: number
}

/**
 * Says whether a request was signed with the secret, lately.
 *
 * A request replayed within the tolerance is let through on purpose: the hotline's `id` makes taking it in
 * twice the same as once, and the same receipt is returned.
 */
export function verifySignature(request: SignedRequest): Result<{ signedAt: Date }, SignatureProblem> {
  const { secret, timestamp, signature, body, now, toleranceSeconds = 300 } = request
  if (!signature) return refusal('signature_missing')
  const given = /^sha256=([0-9a-f]{64})$/i.exec(signature.trim())?.[1]
  if (!given) return refusal('signature_malformed')
  if (!timestamp || !/^\d{1,11}$/.test(timestamp)) return refusal('timestamp_malformed')
  const ageSeconds = Math.floor(now.getTime() / 1000) - Number(timestamp)
  if (ageSeconds > toleranceSeconds) return refusal('timestamp_too_old', { ageSeconds, toleranceSeconds })
  if (ageSeconds < -toleranceSeconds) {
    return refusal('timestamp_in_future', { aheadSeconds: -ageSeconds, toleranceSeconds })
  }
  const expected = hmac(secret, timestamp, body)
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) return refusal('signature_wrong')
  return ok({ signedAt: new Date(Number(timestamp) * 1000) })
}

/** The header value a sender puts beside `timestamp` (seconds) and `body`. */
export function signatureOf(secret: string, timestamp: string | number, body: Uint8Array | string): string {
  return `sha256=${hmac(secret, String(timestamp), body).toString('hex')}`
}

function hmac(secret: string, timestamp: string, body: Uint8Array | string): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest()
}
