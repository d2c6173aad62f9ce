import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { label } from './tables/review.ts'

export type LabelRow = typeof label.$inferSelect
export type NewLabel = typeof label.$inferInsert

/** False when the post has been judged already. */
export async function insertLabel(tx: Transaction, one: NewLabel): Promise<boolean> {
  const written = await tx.insert(label).values(one).onConflictDoNothing().returning({ id: label.postId })
  return written.length === 1
}

export async function findLabel(db: Queryable, postId: string): Promise<LabelRow | null> {
  const [row] = await db.select().from(label).where(eq(label.postId, postId))
  return row ?? null
}

/** Locks a judgement against being carried out while it is taken back. */
export async function lockLabel(tx: Transaction, postId: string): Promise<LabelRow | null> {
  const [row] = await tx.select().from(label).where(eq(label.postId, postId)).for('update')
  return row ?? null
}

export async function deleteLabel(tx: Transaction, postId: string): Promise<void> {
  await tx.delete(label).where(eq(label.postId, postId))
}

/** Locks the oldest judgement that can no longer be taken back and is not carried out; null when there is none. */
export async function takeSettledLabel(tx: Transaction, now: Date): Promise<LabelRow | null> {
  const [row] = await tx
    .select()
    .from(label)
    .where(and(isNull(label.carriedOutAt), lte(label.settlesAt, now)))
    .orderBy(asc(label.settlesAt))
    .limit(1)
    .for('update', { skipLocked: true })
  return row ?? null
}

export async function markCarriedOut(tx: Transaction, postId: string, carriedOutAt: Date): Promise<void> {
  await tx.update(label).set({ carriedOutAt }).where(eq(label.postId, postId))
}

/** @returns how many labels left because their time was over. */
export async function expireLabels(db: Queryable, now: Date): Promise<number> {
  const gone = await db.delete(label).where(lte(label.expiresAt, now)).returning({ id: label.postId })
  return gone.length
}

/** Labels that teach: those that can no longer be taken back. */
export async function settledLabels(db: Queryable, now: Date): Promise<LabelRow[]> {
  return db
    .select()
    .from(label)
    .where(and(lte(label.settlesAt, now), gt(label.expiresAt, now)))
    .orderBy(asc(label.judgedAt), asc(label.postId))
    .limit(50_000)
}

export type LabelCount = { heldBack: boolean; taught: 0 | 1; count: number }

export async function countLabels(db: Queryable, now: Date): Promise<LabelCount[]> {
  return db
    .select({ heldBack: label.heldBack, taught: label.taught, count: sql<number>`count(*)::int` })
    .from(label)
    .where(and(lte(label.settlesAt, now), gt(label.expiresAt, now)))
    .groupBy(label.heldBack, label.taught)
}

/** How many were judged since an instant, by whomever. */
export async function judgedSince(db: Queryable, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(label)
    .where(gte(label.judgedAt, since))
  return row?.count ?? 0
}

export type ToldLabel = { body: string; verdict: LabelRow['verdict']; judgedAt: Date }

/** Judged texts that are still kept, newest first. */
export async function judgedTexts(db: Queryable, since: Date): Promise<ToldLabel[]> {
  const rows = await db
    .select({ body: label.body, verdict: label.verdict, judgedAt: label.judgedAt })
    .from(label)
    .where(and(gte(label.judgedAt, since), isNotNull(label.body)))
    .orderBy(desc(label.judgedAt))
    .limit(300)
  return rows.flatMap(({ body, ...row }) => (body === null ? [] : [{ body, ...row }]))
}

/** The labels of these posts that are still kept. */
export async function labelsOf(db: Queryable, postIds: string[]): Promise<LabelRow[]> {
  if (postIds.length === 0) return []
  return db.select().from(label).where(inArray(label.postId, postIds))
}
