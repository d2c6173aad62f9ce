import { createHash } from 'node:crypto'
import type { ApiKey } from '#domain/api/api-key.ts'
import { canonicalJson } from '#domain/audit/canonical-json.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { claimAnswer, dropAnswer, keepAnswer } from '#store/api-answers.ts'
import type { Database } from '#store/database.ts'
import type { Answered } from './refuse.ts'

/** Sent back with an answer that was given before. */
export type Once = Answered & { replayed: boolean }

type Asked = {
  db: Database
  key: ApiKey
  /** The header; null when the program does not ask for it. */
  idempotencyKey: string | null
  /** What makes two requests the same: operation, path and body. */
  asked: unknown
  now: Date
}

/**
 * Carries a request out once: the same key with the same request is given the first answer again, for a day.
 * Refusals: idempotency_key_malformed, idempotency_key_reused, still_carried_out.
 */
export async function answerOnce(
  { db, key, idempotencyKey, asked, now }: Asked,
  carryOut: () => Promise<Answered>,
): Promise<Result<Once>> {
  if (idempotencyKey === null) return ok({ ...(await carryOut()), replayed: false })
  if (!/^[\x21-\x7e]{1,100}$/.test(idempotencyKey)) return refusal('idempotency_key_malformed')
  const requestHash = createHash('sha256').update(canonicalJson(asked)).digest('hex')
  const claim = { keyId: key.keyId, idempotencyKey }
  const earlier = await claimAnswer(db, { ...claim, requestHash, at: now })
  if (earlier) {
    if (earlier.requestHash !== requestHash) return refusal('idempotency_key_reused')
    if (earlier.status === null) return refusal('still_carried_out')
    return ok({ status: earlier.status, body: earlier.body, replayed: true })
  }
  try {
    const answered = await carryOut()
    await keepAnswer(db, claim, answered)
    return ok({ ...answered, replayed: false })
  } catch (error) {
    await dropAnswer(db, claim)
    throw error
  }
}
