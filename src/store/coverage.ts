import { and, eq, gte, isNotNull, sql } from 'drizzle-orm'
import type { Mentions } from '#domain/source/blind-spot.ts'
import type { Queryable } from './database.ts'
import { post } from './tables/post.ts'
import { source } from './tables/source.ts'

/** How often each place was the first one named in a kept post, by its code. */
export async function placeMentions(
  db: Queryable,
  { lately, before }: { lately: Date; before: Date },
): Promise<Map<string, Mentions>> {
  const code = sql<string | null>`${post.facts} -> 'places' -> 0 ->> 'code'`
  const since = lately.toISOString()
  const rows = await db
    .select({
      code,
      lately: sql<number>`count(*) filter (where ${post.receivedAt} >= ${since}::timestamptz)::int`,
      before: sql<number>`count(*) filter (where ${post.receivedAt} < ${since}::timestamptz
        and ${post.receivedAt} >= ${before.toISOString()}::timestamptz)::int`,
      lastAt: sql<string>`max(${post.receivedAt})`,
    })
    .from(post)
    .groupBy(sql`1`)
  return new Map(
    rows.flatMap(({ code, lately, before, lastAt }) =>
      code ? [[code, { lately, before, lastAt: new Date(lastAt) }] as const] : [],
    ),
  )
}

export type Lag = { median: number; p90: number; posts: number }

/** Seconds from published to taken in, of kept posts that appeared while we were listening. */
export async function lagsSince(db: Queryable, from: Date): Promise<Map<string, Lag>> {
  const seconds = sql`greatest(0, extract(epoch from ${post.receivedAt} - ${post.publishedAt}))`
  const rows = await db
    .select({
      id: post.sourceId,
      median: sql<number>`percentile_cont(0.5) within group (order by ${seconds})::float8`,
      p90: sql<number>`percentile_cont(0.9) within group (order by ${seconds})::float8`,
      posts: sql<number>`count(*)::int`,
    })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(
      and(
        gte(post.receivedAt, from),
        isNotNull(post.publishedAt),
        sql`${post.publishedAt} >= ${source.createdAt}`,
      ),
    )
    .groupBy(post.sourceId)
  return new Map(rows.map(({ id, ...lag }) => [id, lag]))
}
