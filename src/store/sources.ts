import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ProblemView, SourceView } from '#contracts/views.ts'
import { sourceStateOf } from '#domain/source/source-state.ts'
import type { Queryable, Transaction } from './database.ts'
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

/** Feeds that are to be polled now and then. */
export async function polledSources(db: Queryable): Promise<{ id: string; intervalSeconds: number }[]> {
  const rows = await db
    .select({ id: source.id, intervalSeconds: source.intervalSeconds })
    .from(source)
    .where(and(eq(source.kind, 'feed'), isNull(source.removedAt), isNull(source.pausedAt)))
  return rows.map(({ id, intervalSeconds }) => ({ id, intervalSeconds: intervalSeconds ?? 300 }))
}

/** True once an office has configured a feed or a hotline of its own. */
export async function hasOutsideSource(db: Queryable): Promise<boolean> {
  const [row] = await db
    .select({ id: source.id })
    .from(source)
    .where(and(inArray(source.kind, ['feed', 'hotline']), isNull(source.removedAt)))
    .limit(1)
  return row !== undefined
}

export async function changeSource(
  tx: Transaction,
  id: string,
  change: Partial<Pick<SourceRow, 'pausedAt' | 'removedAt'>>,
): Promise<void> {
  await tx.update(source).set(change).where(eq(source.id, id))
}

export async function noteSuccess(
  db: Queryable,
  id: string,
  at: Date,
  found: { etag: string | null; lastModified: string | null; warnings: ProblemView[] } | null,
): Promise<void> {
  await db
    .update(source)
    .set({ lastSuccessAt: at, lastError: null, ...(found ?? {}) })
    .where(eq(source.id, id))
}

/** Keeps the validators and everything that was good before. */
export async function noteFailure(db: Queryable, id: string, at: Date, problem: ProblemView): Promise<void> {
  await db.update(source).set({ lastErrorAt: at, lastError: problem }).where(eq(source.id, id))
}

export async function countItems(
  tx: Transaction,
  id: string,
  { seen, flagged, lastItemAt }: { seen: number; flagged: number; lastItemAt: Date | null },
): Promise<void> {
  if (seen === 0) return
  await tx
    .update(source)
    .set({
      itemsSeen: sql`${source.itemsSeen} + ${seen}`,
      itemsFlagged: sql`${source.itemsFlagged} + ${flagged}`,
      lastItemAt: sql`greatest(${source.lastItemAt}, ${lastItemAt?.toISOString() ?? null}::timestamptz)`,
    })
    .where(eq(source.id, id))
}

export function sourceViewOf(row: SourceRow, now: Date): SourceView {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    url: row.url,
    state: sourceStateOf(row, now),
    intervalSeconds: row.intervalSeconds,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    lastItemAt: row.lastItemAt?.toISOString() ?? null,
    lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
    lastError: row.lastError,
    warnings: row.warnings,
    itemsSeen: row.itemsSeen,
    itemsFlagged: row.itemsFlagged,
  }
}
