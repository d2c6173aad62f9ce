import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  sql,
} from 'drizzle-orm'
import { anyOf } from './any-of.ts'
import type { Queryable, Transaction } from './database.ts'
import { post, seenPost } from './tables/post.ts'
import { source } from './tables/source.ts'

export type PostRow = typeof post.$inferSelect
export type NewPost = typeof post.$inferInsert

/** Fingerprints in one parameter; each is hexadecimal, so that nothing in it needs quoting. */
const asArray = (fingerprints: string[]) => sql`${`{${fingerprints.join(',')}}`}::text[]`

/** Those of the fingerprints that this source has not yet sent. */
export async function unseenOf(
  db: Queryable,
  sourceId: string,
  fingerprints: string[],
): Promise<Set<string>> {
  const known = await db.execute<{ fingerprint: string }>(
    sql`select fingerprint from ${seenPost}
        where source_id = ${sourceId} and fingerprint = any(${asArray(fingerprints)})`,
  )
  const unseen = new Set(fingerprints)
  for (const { fingerprint } of known) unseen.delete(fingerprint)
  return unseen
}

/** Remembers fingerprints and returns those that were new; the primary key settles races. */
export async function rememberSeen(
  tx: Transaction,
  sourceId: string,
  fingerprints: string[],
  seenAt: Date,
): Promise<Set<string>> {
  if (fingerprints.length === 0) return new Set()
  // In the order of the key: two polls of one source must not wait for each other in a ring.
  const inserted = await tx.execute<{ fingerprint: string }>(
    sql`insert into ${seenPost} (source_id, fingerprint, seen_at)
        select ${sourceId}::uuid, one, ${seenAt.toISOString()}::timestamptz
        from unnest(${asArray(fingerprints)}) as one order by one
        on conflict do nothing returning fingerprint`,
  )
  return new Set(inserted.map(({ fingerprint }) => fingerprint))
}

export async function keepPosts(tx: Transaction, posts: NewPost[]): Promise<void> {
  for (let at = 0; at < posts.length; at += 1_000) {
    await tx.insert(post).values(posts.slice(at, at + 1_000))
  }
}

/** What correlation reads of a post. */
export type WaitingPost = Pick<
  PostRow,
  'id' | 'channel' | 'publishedAt' | 'receivedAt' | 'body' | 'headline' | 'facts'
> & { sourceName: string }

/** Locks the oldest posts that wait to be correlated; none when none is due. */
export async function takeWaitingPosts(tx: Transaction, now: Date, limit: number): Promise<WaitingPost[]> {
  const { id, channel, publishedAt, receivedAt, body, headline, facts } = getTableColumns(post)
  return tx
    .select({ id, channel, publishedAt, receivedAt, body, headline, facts, sourceName: source.name })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(and(eq(post.state, 'waiting'), or(isNull(post.notBefore), lte(post.notBefore, now))))
    .orderBy(asc(post.receivedAt), asc(post.id))
    .limit(limit)
    .for('update', { of: post, skipLocked: true })
}

/** @param bands set when its text differs from those the incident already holds, so that near ones find it. */
export async function markJoined(
  tx: Transaction,
  id: string,
  incidentId: string,
  joinReason: NonNullable<PostRow['joinReason']>,
  bands: number[] | null = null,
): Promise<void> {
  await tx.update(post).set({ state: 'joined', incidentId, joinReason, bands }).where(eq(post.id, id))
}

/** Puts a post that failed to the back, a little longer each time, up to ten minutes. */
export async function postponePost(db: Queryable, id: string, now: Date): Promise<void> {
  // Seven doublings pass the ten minutes; unbounded, the power itself overflows after a week.
  const wait = sql`least(600, 5 * power(2, least(7, ${post.attempts})))`
  await db
    .update(post)
    .set({
      attempts: sql`${post.attempts} + 1`,
      notBefore: sql`${now.toISOString()}::timestamptz + ${wait} * interval '1 second'`,
    })
    .where(eq(post.id, id))
}

/** Whether any post has waited so long that its hint must have been lost. */
export async function postsWaitSince(db: Queryable, before: Date, now: Date): Promise<boolean> {
  const [row] = await db
    .select({ id: post.id })
    .from(post)
    .where(
      and(
        eq(post.state, 'waiting'),
        lte(post.receivedAt, before),
        or(isNull(post.notBefore), lte(post.notBefore, now)),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Newest first. */
export async function postsOfIncident(
  db: Queryable,
  incidentId: string,
): Promise<(PostRow & { sourceName: string })[]> {
  const rows = await db
    .select({ post, sourceName: source.name })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(eq(post.incidentId, incidentId))
    .orderBy(desc(post.receivedAt))
    .limit(200)
  return rows.map((row) => ({ ...row.post, sourceName: row.sourceName }))
}

/** Masked bodies per incident, those that differ from each other; a few of each, however many posts it holds. */
export async function bodiesOf(db: Queryable, incidentIds: string[]): Promise<Map<string, string[]>> {
  const bodies = new Map<string, string[]>()
  if (incidentIds.length === 0) return bodies
  const rows = await db
    .select({ incidentId: post.incidentId, body: post.body })
    .from(post)
    .where(and(anyOf(post.incidentId, incidentIds), isNotNull(post.bands)))
    .orderBy(asc(post.receivedAt), asc(post.id))
  for (const { incidentId, body } of rows) {
    if (incidentId) bodies.set(incidentId, [...(bodies.get(incidentId) ?? []), body])
  }
  return bodies
}

/** Names of the public sources that told of it since then. */
export async function platformsOf(db: Queryable, incidentId: string, since: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: source.name })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(and(eq(post.incidentId, incidentId), eq(post.channel, 'online'), gte(post.receivedAt, since)))
    .orderBy(asc(source.name))
  return rows.map(({ name }) => name)
}

/** Locks one joined post. */
export async function lockJoinedPost(
  tx: Transaction,
  id: string,
): Promise<(PostRow & { sourceName: string }) | null> {
  const [row] = await tx
    .select({ post, sourceName: source.name })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(and(eq(post.id, id), eq(post.state, 'joined')))
    .for('update', { of: post })
  return row ? { ...row.post, sourceName: row.sourceName } : null
}

/** Every post of an incident with what a retelling of it needs, in the order they came. */
export async function toldOf(
  tx: Transaction,
  incidentId: string,
): Promise<
  (Pick<PostRow, 'id' | 'facts' | 'channel' | 'publishedAt' | 'receivedAt'> & { sourceName: string })[]
> {
  return tx
    .select({
      id: post.id,
      facts: post.facts,
      channel: post.channel,
      publishedAt: post.publishedAt,
      receivedAt: post.receivedAt,
      sourceName: source.name,
    })
    .from(post)
    .innerJoin(source, eq(source.id, post.sourceId))
    .where(eq(post.incidentId, incidentId))
    .orderBy(asc(post.receivedAt), asc(post.id))
}

/** Moves posts to another incident; all of `from` when no ids are given. Returns whom it moved. */
export async function movePosts(
  tx: Transaction,
  from: string,
  to: string,
  ids: string[] | null = null,
): Promise<string[]> {
  const which =
    ids === null ? eq(post.incidentId, from) : and(eq(post.incidentId, from), inArray(post.id, ids))
  const moved = await tx.update(post).set({ incidentId: to }).where(which).returning({ id: post.id })
  return moved.map(({ id }) => id)
}

/** An incident must be found by its words: when the last text that was remembered left, its first one is. */
export async function rememberText(tx: Transaction, incidentId: string, bandsOf: (body: string) => number[]) {
  const known = await bodiesOf(tx, [incidentId])
  if (known.has(incidentId)) return
  const [first] = await tx
    .select({ id: post.id, body: post.body })
    .from(post)
    .where(eq(post.incidentId, incidentId))
    .orderBy(asc(post.receivedAt), asc(post.id))
    .limit(1)
  if (first)
    await tx
      .update(post)
      .set({ bands: bandsOf(first.body) })
      .where(eq(post.id, first.id))
}

/** Every body of an incident in the order they came, and whether it is remembered for near-duplicates. */
export async function bodiesInOrder(
  tx: Transaction,
  incidentId: string,
): Promise<{ id: string; body: string; indexed: boolean }[]> {
  const rows = await tx
    .select({ id: post.id, body: post.body, bands: post.bands })
    .from(post)
    .where(eq(post.incidentId, incidentId))
    .orderBy(asc(post.receivedAt), asc(post.id))
  return rows.map(({ bands, ...row }) => ({ ...row, indexed: bands !== null }))
}

export async function setBands(tx: Transaction, id: string, bands: number[] | null): Promise<void> {
  await tx.update(post).set({ bands }).where(eq(post.id, id))
}
