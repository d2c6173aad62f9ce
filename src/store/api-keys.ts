import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { apiKey } from './tables/api.ts'
import { user } from './tables/auth.ts'

export type ApiKeyRow = typeof apiKey.$inferSelect

export async function insertApiKey(tx: Transaction, key: typeof apiKey.$inferInsert): Promise<void> {
  await tx.insert(apiKey).values(key)
}

/** All keys, revoked ones included, oldest first. */
export async function listApiKeyRows(db: Queryable): Promise<ApiKeyRow[]> {
  return db.select().from(apiKey).orderBy(asc(apiKey.createdAt))
}

/** A key that still opens the door. */
export async function liveApiKey(db: Queryable, id: string): Promise<ApiKeyRow | null> {
  const [row] = await db
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)))
  return row ?? null
}

/** Null when there is no such key or it was revoked before. */
export async function revokeApiKeyRow(tx: Transaction, id: string, at: Date): Promise<ApiKeyRow | null> {
  const [row] = await tx
    .update(apiKey)
    .set({ revokedAt: at })
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)))
    .returning()
  return row ?? null
}

/** To the minute, which spares a write with every request. */
export async function noteKeyUse(db: Queryable, { id, lastUsedAt }: ApiKeyRow, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < 60_000) return
  await db.update(apiKey).set({ lastUsedAt: now }).where(eq(apiKey.id, id))
}

/** Whether the agency has an active account of a duty post of this name. */
export async function isDutyPost(
  db: Queryable,
  { post, agency, territory }: { post: string; agency: string; territory: string | null },
): Promise<boolean> {
  const sameTerritory = territory === null ? isNull(user.territory) : eq(user.territory, territory)
  const [row] = await db
    .select({ role: user.role })
    .from(user)
    .where(and(eq(user.post, post), eq(user.agency, agency), sameTerritory, isNull(user.disabledAt)))
    .limit(1)
  return row !== undefined && (row.role === 'duty' || row.role === 'leader' || row.role === 'office')
}
