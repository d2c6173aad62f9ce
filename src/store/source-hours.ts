import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { hourOf } from '#domain/clock/shanghai.ts'
import type { NotedHour } from '#domain/source/heard-hours.ts'
import type { Rhythm } from '#domain/source/rhythm.ts'
import type { Queryable } from './database.ts'
import { source } from './tables/source.ts'
import { sourceHour, sourceRhythm } from './tables/source-rhythm.ts'

/** Adds to what a source brought in the hour of `at`. */
export async function tallyHour(
  db: Queryable,
  sourceId: string,
  at: Date,
  { seen, flagged, polls }: { seen: number; flagged: number; polls: number },
): Promise<void> {
  await db
    .insert(sourceHour)
    .values({ sourceId, hour: hourOf(at), seen, flagged, polls })
    .onConflictDoUpdate({
      target: [sourceHour.sourceId, sourceHour.hour],
      set: {
        seen: sql`${sourceHour.seen} + ${seen}`,
        flagged: sql`${sourceHour.flagged} + ${flagged}`,
        polls: sql`${sourceHour.polls} + ${polls}`,
      },
    })
}

/** In no particular order. */
export async function hoursOf(
  db: Queryable,
  sourceId: string,
  from: Date,
  to: Date,
): Promise<(NotedHour & { flagged: number })[]> {
  return db
    .select({
      hour: sourceHour.hour,
      seen: sourceHour.seen,
      flagged: sourceHour.flagged,
      polls: sourceHour.polls,
    })
    .from(sourceHour)
    .where(and(eq(sourceHour.sourceId, sourceId), gte(sourceHour.hour, from), lt(sourceHour.hour, to)))
}

/** Forgets hours that the source's rhythm has long learnt. */
export async function forgetHoursBefore(db: Queryable, sourceId: string, before: Date): Promise<void> {
  await db.delete(sourceHour).where(and(eq(sourceHour.sourceId, sourceId), lt(sourceHour.hour, before)))
}

export type LearntRhythm = Rhythm & { learntUntil: Date }

/** By the id of their source. */
export async function listRhythms(db: Queryable): Promise<Map<string, LearntRhythm>> {
  const rows = await db.select().from(sourceRhythm)
  return new Map(rows.map(({ sourceId, ...rhythm }) => [sourceId, rhythm]))
}

/** Saves what was learnt from `from` on; false when another process has learnt it already. */
export async function saveRhythm(
  db: Queryable,
  sourceId: string,
  from: Date | null,
  { posts, hours, gap, widestGap, learntUntil }: LearntRhythm,
): Promise<boolean> {
  const row = { posts: [...posts], hours: [...hours], gap, widestGap, learntUntil }
  if (!from) {
    const made = await db
      .insert(sourceRhythm)
      .values({ sourceId, ...row })
      .onConflictDoNothing()
      .returning({ id: sourceRhythm.sourceId })
    return made.length > 0
  }
  const saved = await db
    .update(sourceRhythm)
    .set(row)
    .where(and(eq(sourceRhythm.sourceId, sourceId), eq(sourceRhythm.learntUntil, from)))
    .returning({ id: sourceRhythm.sourceId })
  return saved.length > 0
}

/** Of each source since `from`: what it brought and how much of it was flagged. */
export async function sharesSince(
  db: Queryable,
  from: Date,
): Promise<Map<string, { seen: number; flagged: number }>> {
  const rows = await db
    .select({
      id: source.id,
      seen: sql<number>`coalesce(sum(${sourceHour.seen}), 0)::int`,
      flagged: sql<number>`coalesce(sum(${sourceHour.flagged}), 0)::int`,
    })
    .from(source)
    .innerJoin(sourceHour, eq(sourceHour.sourceId, source.id))
    .where(gte(sourceHour.hour, from))
    .groupBy(source.id)
  return new Map(rows.map(({ id, seen, flagged }) => [id, { seen, flagged }]))
}
