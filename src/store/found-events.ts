import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { FoundEvent } from '#domain/audit/chain.ts'
import type { Queryable } from './database.ts'
import { event } from './tables/event.ts'

/** To the microsecond, as it is stored; a moment of the log has milliseconds, which three zeros more do not change. */
const at = sql<string>`to_char(${event.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`

/** Events as they lie in the table after the one with `id`, believed in nothing. */
export async function foundEventsAfter(db: Queryable, id: number, limit: number): Promise<FoundEvent[]> {
  return foundEvents(db, gt(event.id, id), limit)
}

export async function foundEvents(
  db: Pick<Queryable, 'select'>,
  where: SQL | undefined,
  limit: number,
): Promise<FoundEvent[]> {
  const rows = await db
    .select({
      id: event.id,
      seq: event.seq,
      prevHash: event.prevHash,
      hash: event.hash,
      name: event.name,
      at,
      data: event.data,
      incident: event.incidentId,
      route: event.route,
      actor: event.actor,
    })
    .from(event)
    .where(where)
    .orderBy(asc(event.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, at: `${row.at.replace(/000$/, '')}Z` }))
}

export async function hasEventWithSeq(db: Queryable, seq: number): Promise<boolean> {
  const [row] = await db.select({ id: event.id }).from(event).where(eq(event.seq, seq)).limit(1)
  return row !== undefined
}

/** An event behind `id` that the chain up to `seq` and the head as it stands now do not account for. */
export async function strayEventAfter(
  db: Queryable,
  id: number,
  seq: number,
): Promise<{ id: number; seq: number | null } | null> {
  const unaccounted = sql`${event.seq} is null or ${event.seq} <= ${seq} or ${event.seq} > (select seq from log_head)`
  const [row] = await db
    .select({ id: event.id, seq: event.seq })
    .from(event)
    .where(and(gt(event.id, id), sql`(${unaccounted})`))
    .orderBy(asc(event.id))
    .limit(1)
  return row ?? null
}
