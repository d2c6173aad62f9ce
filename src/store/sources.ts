import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { ProblemView, SilenceView } from '#contracts/views.ts'
import type { PollingMemory } from '#domain/source/polling.ts'
import type { Queryable, Transaction } from './database.ts'
import { tallyHour } from './source-hours.ts'
import { source } from './tables/source.ts'

export type SourceRow = typeof source.$inferSelect
export type NewSource = typeof source.$inferInsert

export async function insertSource(tx: Transaction, row: NewSource): Promise<boolean> {
  const inserted = await tx.insert(source).values(row).onConflictDoNothing().returning({ id: source.id })
  return inserted.length > 0
}

export async function findSource(db: Queryable, id: string): Promise<SourceRow | null> {
  const [row] = await db.select().from(source).where(eq(source.id, id))
  return row ?? null
}

/** By id, name or address, among those in use. */
export async function findSourceCalled(db: Queryable, called: string): Promise<SourceRow | null> {
  const rows = await listSources(db)
  return rows.find((row) => row.id === called || row.name === called || row.url === called) ?? null
}

/** Those in use, in the order they were added. */
export async function listSources(db: Queryable): Promise<SourceRow[]> {
  return db
    .select()
    .from(source)
    .where(isNull(source.removedAt))
    .orderBy(asc(source.createdAt), asc(source.name))
}

const polled = and(isNotNull(source.intervalSeconds), isNull(source.removedAt), isNull(source.pausedAt))

/** Those to be asked now, the longest overdue first. */
export async function dueSources(db: Queryable, now: Date, most: number): Promise<string[]> {
  const rows = await db
    .select({ id: source.id })
    .from(source)
    .where(and(polled, or(isNull(source.nextPollAt), lte(source.nextPollAt, now))))
    .orderBy(sql`${source.nextPollAt} asc nulls first`)
    .limit(most)
  return rows.map(({ id }) => id)
}

export async function countPolled(db: Queryable): Promise<number> {
  return db.$count(source, polled)
}

/** Takes a due source for one process: others find it not due until `until`, and due again if that process dies. */
export async function claimDueSource(db: Queryable, id: string, now: Date, until: Date): Promise<boolean> {
  const claimed = await db
    .update(source)
    .set({ nextPollAt: until })
    .where(and(eq(source.id, id), polled, or(isNull(source.nextPollAt), lte(source.nextPollAt, now))))
    .returning({ id: source.id })
  return claimed.length > 0
}

/** Puts off the next poll, and never brings it forward. */
export async function holdSources(db: Queryable, ids: string[], until: Date): Promise<void> {
  if (ids.length === 0) return
  await db
    .update(source)
    .set({ nextPollAt: sql`greatest(${source.nextPollAt}, ${until.toISOString()}::timestamptz)` })
    .where(inArray(source.id, ids))
}

export async function setNextPoll(db: Queryable, id: string, at: Date | null): Promise<void> {
  await db.update(source).set({ nextPollAt: at }).where(eq(source.id, id))
}

/** True once an office has configured a feed or a hotline of its own. */
export async function hasOutsideSource(db: Queryable): Promise<boolean> {
  const [row] = await db
    .select({ id: source.id })
    .from(source)
    .where(
      and(
        inArray(source.kind, ['feed', 'json', 'html', 'imap', 'hotline', 'vendor']),
        isNull(source.removedAt),
      ),
    )
    .limit(1)
  return row !== undefined
}

export async function changeSource(
  tx: Transaction,
  id: string,
  change: Partial<Pick<SourceRow, 'pausedAt' | 'removedAt' | 'nextPollAt' | 'fellSilentAt' | 'silence'>>,
): Promise<void> {
  await tx.update(source).set(change).where(eq(source.id, id))
}

/** A source spoke, or was read; `polled` is what is remembered when we asked it. */
export async function noteSuccess(
  db: Queryable,
  id: string,
  at: Date,
  found: { etag: string | null; lastModified: string | null; warnings: ProblemView[] } | null,
  polled?: { polling: PollingMemory; nextPollAt: Date },
): Promise<void> {
  await db
    .update(source)
    .set({ lastSuccessAt: at, lastError: null, ...(found ?? {}), ...(polled ?? {}) })
    .where(eq(source.id, id))
}

/** Keeps the validators and everything that was good before. */
export async function noteFailure(
  db: Queryable,
  id: string,
  at: Date,
  problem: ProblemView,
  polled: { polling: PollingMemory; nextPollAt: Date },
): Promise<void> {
  await db
    .update(source)
    .set({ lastErrorAt: at, lastError: problem, ...polled })
    .where(eq(source.id, id))
}

/** Marks the silence of a source, or its end with null; false when another process was first. */
export async function markSilence(
  tx: Transaction,
  id: string,
  at: Date,
  silence: SilenceView | null,
): Promise<boolean> {
  const marked = await tx
    .update(source)
    .set(silence ? { fellSilentAt: at, silence } : { fellSilentAt: null, silence: null })
    .where(and(eq(source.id, id), silence ? isNull(source.fellSilentAt) : isNotNull(source.fellSilentAt)))
    .returning({ id: source.id })
  return marked.length > 0
}

export async function countItems(
  tx: Transaction,
  id: string,
  { at, seen, flagged, lastItemAt }: { at: Date; seen: number; flagged: number; lastItemAt: Date | null },
): Promise<void> {
  if (seen === 0) return
  await tallyHour(tx, id, at, { seen, flagged, polls: 0 })
  await tx
    .update(source)
    .set({
      lastHeardAt: at,
      itemsSeen: sql`${source.itemsSeen} + ${seen}`,
      itemsFlagged: sql`${source.itemsFlagged} + ${flagged}`,
      lastItemAt: sql`greatest(${source.lastItemAt}, ${lastItemAt?.toISOString() ?? null}::timestamptz)`,
    })
    .where(eq(source.id, id))
}
