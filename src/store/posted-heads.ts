import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import type { ChainHead } from '#domain/audit/chain.ts'
import type { Queryable, Transaction } from './database.ts'
import { postedHead } from './tables/log-head.ts'

export type PostedHead = typeof postedHead.$inferSelect

/** Every head that was ever taken to be told outside. */
export async function postedHeads(db: Queryable): Promise<ChainHead[]> {
  return db
    .select({ seq: postedHead.seq, hash: postedHead.hash })
    .from(postedHead)
    .orderBy(asc(postedHead.seq))
}

/** Null when a head stands for that day already. */
export async function insertPostedHead(
  db: Queryable,
  head: typeof postedHead.$inferInsert,
): Promise<PostedHead | null> {
  const [written] = await db.insert(postedHead).values(head).onConflictDoNothing().returning()
  return written ?? null
}

export async function hasHeadOfDay(db: Queryable, day: string): Promise<boolean> {
  return (await db.$count(postedHead, eq(postedHead.day, day))) > 0
}

/** Heads whose next try has come; another process that tries the same one at the same time leaves it alone. */
export async function claimDueHeads(tx: Transaction, now: Date, until: Date): Promise<PostedHead[]> {
  const due = and(isNotNull(postedHead.nextTryAt), lte(postedHead.nextTryAt, now))
  const found = await tx.select().from(postedHead).where(due).for('update', { skipLocked: true })
  for (const { id } of found) {
    await tx.update(postedHead).set({ nextTryAt: until }).where(eq(postedHead.id, id))
  }
  return found
}

export async function savePostedHead(
  db: Queryable,
  { id, ...tried }: Pick<PostedHead, 'id' | 'attempts' | 'nextTryAt' | 'postedAt' | 'problem'>,
): Promise<void> {
  await db.update(postedHead).set(tried).where(eq(postedHead.id, id))
}
