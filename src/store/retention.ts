import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { incident } from './tables/incident.ts'
import { post } from './tables/post.ts'

/** Posts of incidents that closed before; what a drill cleared from its stage closed with its last post. */
export async function dropPostsOfClosed(tx: Transaction, before: Date, limit: number): Promise<number> {
  const closedAt = sql`coalesce(${incident.closedAt}, ${incident.lastPostAt})`
  const expired = tx
    .select({ id: post.id })
    .from(post)
    .innerJoin(incident, eq(incident.id, post.incidentId))
    .where(and(eq(incident.state, 'closed'), lte(closedAt, sql`${before.toISOString()}::timestamptz`)))
    .limit(limit)
    .for('update', { of: post, skipLocked: true })
  const dropped = await tx.delete(post).where(inArray(post.id, expired)).returning({ id: post.id })
  return dropped.length
}

/** Posts that opened no incident and that nobody judged; one that still waits to be correlated is a promise and stays. */
export async function dropPostsUnjudged(tx: Transaction, before: Date, limit: number): Promise<number> {
  const expired = tx
    .select({ id: post.id })
    .from(post)
    .where(and(inArray(post.state, ['review', 'elsewhere']), lte(post.receivedAt, before)))
    .limit(limit)
    .for('update', { skipLocked: true })
  const dropped = await tx.delete(post).where(inArray(post.id, expired)).returning({ id: post.id })
  return dropped.length
}
