import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Queryable } from './database.ts'
import { apiAnswer } from './tables/api.ts'

export type ApiAnswerRow = typeof apiAnswer.$inferSelect

type Asked = { keyId: string; idempotencyKey: string; requestHash: string; at: Date }

/** An answer is given again for a day. */
const keptMs = 24 * 3_600_000
/** Whoever was carrying it out for longer than this has died over it. */
const carriedOutMs = 60_000

/** Null when this request is the first under its key and may be carried out; else what the first one led to. */
export async function claimAnswer(db: Queryable, asked: Asked): Promise<ApiAnswerRow | null> {
  const { keyId, idempotencyKey, at } = asked
  await db.delete(apiAnswer).where(lt(apiAnswer.at, new Date(at.getTime() - keptMs)))
  const abandoned = and(
    isNull(apiAnswer.status),
    lt(apiAnswer.at, new Date(at.getTime() - carriedOutMs)),
    eq(apiAnswer.requestHash, asked.requestHash),
  )
  const claimed = await db
    .insert(apiAnswer)
    .values(asked)
    .onConflictDoUpdate({
      target: [apiAnswer.keyId, apiAnswer.idempotencyKey],
      set: { at },
      setWhere: abandoned,
    })
    .returning({ keyId: apiAnswer.keyId })
  if (claimed.length > 0) return null
  const [earlier] = await db.select().from(apiAnswer).where(ofKey({ keyId, idempotencyKey }))
  return earlier ?? null
}

export async function keepAnswer(
  db: Queryable,
  key: { keyId: string; idempotencyKey: string },
  answer: { status: number; body: unknown },
): Promise<void> {
  await db.update(apiAnswer).set(answer).where(ofKey(key))
}

/** What failed unexpectedly may be tried again under the same key. */
export async function dropAnswer(
  db: Queryable,
  key: { keyId: string; idempotencyKey: string },
): Promise<void> {
  await db.delete(apiAnswer).where(and(ofKey(key), isNull(apiAnswer.status)))
}

function ofKey({ keyId, idempotencyKey }: { keyId: string; idempotencyKey: string }) {
  return and(eq(apiAnswer.keyId, keyId), eq(apiAnswer.idempotencyKey, idempotencyKey))
}
