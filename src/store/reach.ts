import { and, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { leastReach, type Reach } from '#domain/spread/reach.ts'
import type { Queryable, Transaction } from './database.ts'
import { incident } from './tables/incident.ts'
import { post } from './tables/post.ts'

const counted = or(isNotNull(post.views), isNotNull(post.reposts))
const sums = {
  views: sql<number | null>`sum(${post.views})::float8`,
  reposts: sql<number | null>`sum(${post.reposts})::float8`,
}

/**
 * Counts that came again for posts taken in before; none ever falls. A post first sent without counts stays without:
 * only those that have them can be found by their fingerprint.
 */
export async function growReach(
  tx: Transaction,
  sourceId: string,
  grown: ({ fingerprint: string } & Reach)[],
): Promise<void> {
  if (grown.length === 0) return
  await tx.execute(sql`
    update ${post} set views = greatest(post.views, sent.views), reposts = greatest(post.reposts, sent.reposts)
    from jsonb_to_recordset(${JSON.stringify(grown)}::jsonb) as sent(fingerprint text, views int, reposts int)
    where post.source_id = ${sourceId} and post.fingerprint = sent.fingerprint
      and (post.views is not null or post.reposts is not null)`)
}

/** Counts of all posts of an incident together. */
export async function reachOf(db: Queryable, incidentId: string): Promise<Reach> {
  const [row] = await db
    .select(sums)
    .from(post)
    .where(and(eq(post.incidentId, incidentId), counted))
  return row ?? { views: null, reposts: null }
}

/** Open incidents whose posts were seen or passed on often enough to say that they spread. */
export async function widelySeen(
  db: Queryable,
  limit: number,
): Promise<({ incidentId: string; spreadLevel: number } & Reach)[]> {
  const often: SQL = sql`sum(${post.views}) >= ${leastReach.views} or sum(${post.reposts}) >= ${leastReach.reposts}`
  return db
    .select({ incidentId: incident.id, spreadLevel: incident.spreadLevel, ...sums })
    .from(post)
    .innerJoin(incident, eq(post.incidentId, incident.id))
    .where(and(counted, eq(incident.state, 'open'), isNull(incident.mergedInto), lt(incident.spreadLevel, 3)))
    .groupBy(incident.id)
    .having(often)
    .limit(limit)
}
