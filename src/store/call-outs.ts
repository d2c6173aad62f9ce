import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { CalledPostView } from '#contracts/handling.ts'
import type { CalledPost } from '#domain/call-out/call-out.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { calledPost } from './tables/handling.ts'

/** Calls every post once; who was called before is left as it stands. Returns those newly called. */
export async function insertCalled(tx: Transaction, posts: CalledPost[]): Promise<CalledPost[]> {
  if (posts.length === 0) return []
  return tx.insert(calledPost).values(posts).onConflictDoNothing().returning()
}

export async function lockCalled(tx: Transaction, id: string): Promise<CalledPost | null> {
  const [row] = await tx.select().from(calledPost).where(eq(calledPost.id, id)).for('update')
  return row ?? null
}

export async function saveCalled(tx: Transaction, { id, ...changing }: CalledPost): Promise<void> {
  await tx.update(calledPost).set(changing).where(eq(calledPost.id, id))
}

/** In the order they were called. */
export async function calledFor(db: Queryable, incidentId: string): Promise<CalledPost[]> {
  return db
    .select()
    .from(calledPost)
    .where(sql`${calledPost.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(asc(calledPost.calledAt), asc(calledPost.agency), asc(calledPost.post))
}

/** Calls of one agency that it has not come to and not declined, the oldest first. */
export async function calledOfAgency(db: Queryable, agency: string): Promise<CalledPost[]> {
  return db
    .select()
    .from(calledPost)
    .where(and(eq(calledPost.agency, agency), inArray(calledPost.state, ['called', 'coming'])))
    .orderBy(asc(calledPost.calledAt))
    .limit(200)
}

export function calledViewOf(one: CalledPost): CalledPostView {
  return {
    ...one,
    calledAt: one.calledAt.toISOString(),
    answeredAt: one.answeredAt?.toISOString() ?? null,
    arrivedAt: one.arrivedAt?.toISOString() ?? null,
  }
}
