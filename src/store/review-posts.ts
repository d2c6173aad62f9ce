import { and, asc, desc, eq, gte, notInArray, or, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import type { PostRow } from './posts.ts'
import { post } from './tables/post.ts'
import { source } from './tables/source.ts'

export type ReviewPost = PostRow & { sourceName: string }

/** What a person must look at: the doubtful, and the doubtful from elsewhere, since the place may be misread. */
const toBeReviewed = or(eq(post.state, 'review'), and(eq(post.state, 'elsewhere'), eq(post.flagged, false)))

/** Oldest first. */
export async function postsToReview(db: Queryable, without: string[], limit: number): Promise<ReviewPost[]> {
  const rows = await db
    .select({ post, sourceName: source.name })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(and(toBeReviewed, without.length > 0 ? notInArray(post.id, without) : undefined))
    .orderBy(asc(post.receivedAt), asc(post.id))
    .limit(limit)
  return rows.map((row) => ({ ...row.post, sourceName: row.sourceName }))
}

export async function countPostsToReview(db: Queryable): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(post).where(toBeReviewed)
  return row?.count ?? 0
}

/** Locks a post against a second judgement. */
export async function lockPost(tx: Transaction, id: string): Promise<PostRow | null> {
  const [row] = await tx.select().from(post).where(eq(post.id, id)).for('update')
  return row ?? null
}

export async function changePost(
  tx: Transaction,
  id: string,
  change: Partial<Pick<PostRow, 'state' | 'notBefore' | 'label' | 'flagged'>>,
): Promise<void> {
  await tx.update(post).set(change).where(eq(post.id, id))
}

/** Its text, link, facts and spans are gone; the fingerprint with source and time is in `seen_post`. */
export async function dropPost(tx: Transaction, id: string): Promise<void> {
  await tx.delete(post).where(eq(post.id, id))
}

/** Kept posts since an instant, newest first, for a dry run. */
export async function keptPostsSince(db: Queryable, since: Date, limit: number): Promise<PostRow[]> {
  return db.select().from(post).where(gte(post.receivedAt, since)).orderBy(desc(post.receivedAt)).limit(limit)
}

export async function sourceNameOf(db: Queryable, sourceId: string): Promise<string> {
  const [row] = await db.select({ name: source.name }).from(source).where(eq(source.id, sourceId))
  return row?.name ?? ''
}
