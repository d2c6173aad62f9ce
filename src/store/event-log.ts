import { and, asc, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { events, type LoggedEvent, type NewEvent } from '#contracts/events.ts'
import type { PersonView, TimelineEntry } from '#contracts/views.ts'
import type { ChainHead } from '#domain/audit/chain.ts'
import type { Database, Queryable, Transaction } from './database.ts'
import { type Link, linksBehind, lockLogHead, moveLogHead } from './event-chain.ts'
import { event } from './tables/event.ts'

/** What a commit of the log notifies. */
export const eventChannel = 'anxin_event'
/** Rows of one insert: PostgreSQL takes 65,535 values in a statement. */
const rowsAtOnce = 1_000

/** What a reader of the log is handed. */
export type LogSource = Database

export type Recorded = { at: Date; actor: PersonView | null }

/** An event with the agencies that may hear it; `at` where its moment is not that of the others. */
type Happening = NewEvent & { route: string[] | null; at?: Date }

/**
 * Appends events inside the caller's transaction, each hashed together with the one before, and wakes the readers
 * when it commits. Call it last: it holds the head of the log until commit, which makes writers queue, so that ids
 * become visible in order and a plain cursor misses nothing.
 */
export async function record(tx: Transaction, happened: Happening[], recorded: Recorded): Promise<number[]> {
  if (happened.length === 0) return []
  const head = await lockLogHead(tx)
  const rows = chainedRows(head, happened, recorded)
  const inserts: Promise<{ id: number }[]>[] = []
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    inserts.push(tx.insert(event).values(some).returning({ id: event.id }))
  }
  const last = rows.at(-1) ?? head
  const [ids] = await Promise.all([
    Promise.all(inserts),
    moveLogHead(tx, last),
    tx.execute(sql`select pg_notify(${eventChannel}, ${String(last.seq)})`),
  ])
  return ids.flat().map(({ id }) => id)
}

function chainedRows(
  head: ChainHead,
  happened: Happening[],
  recorded: Recorded,
): (typeof event.$inferInsert)[] {
  const { actor } = recorded
  const rows = happened.map(({ name, data, incidentId, route, at = recorded.at }) => ({
    name,
    at,
    data: events[name].parse(data),
    incidentId,
    route,
    actor,
  }))
  const links = linksBehind(
    head,
    rows.map((row) => ({ ...row, at: row.at.toISOString(), incident: row.incidentId })),
  )
  return rows.map((row, place) => ({ ...row, ...(links[place] as Link) }))
}

/** An event with the agencies that may hear it; null route: not about an incident. */
export type Routed = { event: LoggedEvent; route: string[] | null }

export async function eventsAfter(db: Queryable, cursor: number, limit: number): Promise<Routed[]> {
  const rows = await db.select().from(event).where(gt(event.id, cursor)).orderBy(asc(event.id)).limit(limit)
  return rows.map((row) => ({ event: toLogged(row), route: row.route }))
}

export async function lastEventId(db: Queryable): Promise<number> {
  const [row] = await db.select({ last: sql<number>`coalesce(max(${event.id}), 0)::int` }).from(event)
  return row?.last ?? 0
}

/** A storm joins thousands of posts to one incident; nobody reads them line by line. */
const joinsShown = 100

/** An event with who did it and its place in the chain. */
export type OfIncident = LoggedEvent & { actor: TimelineEntry['actor']; link: ChainHead }

/** The events of one incident, newest first, with who did it; of posts that joined only the latest. */
export async function eventsOfIncident(db: Queryable, incidentId: string): Promise<OfIncident[]> {
  const ofIncident = eq(event.incidentId, incidentId)
  const joins = and(ofIncident, eq(event.name, 'incident.joined'))
  const [others, latest] = await Promise.all([
    db
      .select()
      .from(event)
      .where(and(ofIncident, ne(event.name, 'incident.joined'))),
    db.select().from(event).where(joins).orderBy(desc(event.id)).limit(joinsShown),
  ])
  const rows = [...others, ...latest].sort((a, b) => b.id - a.id)
  return rows.map((row) => ({ ...toLogged(row), actor: row.actor, link: { seq: row.seq, hash: row.hash } }))
}

export type Follower = {
  /** How long ago the log was last read through to its end. */
  unreadForMs(): number
  close(): Promise<void>
}

/**
 * Calls `hear` with every event after `cursor`, in order, exactly once, until closed.
 * LISTEN wakes it; a poll each second stands behind in case a notice is lost with its connection.
 */
export async function follow(
  db: Database,
  cursor: number,
  hear: (batch: Routed[]) => void,
  failed: (error: unknown) => void,
): Promise<Follower> {
  let heard = cursor
  let closed = false
  let reading: Promise<void> | null = null
  let again = false
  let readAt = performance.now()

  const drain = async () => {
    do {
      again = false
      const batch = await eventsAfter(db, heard, 500)
      const last = batch.at(-1)
      if (!last || closed) continue
      heard = last.event.id
      hear(batch)
      again ||= batch.length === 500
    } while (again && !closed)
    readAt = performance.now()
  }
  const wake = () => {
    again = true
    reading ??= drain()
      .catch(failed)
      .finally(() => {
        reading = null
      })
  }
  const listening = await db.$client.listen(eventChannel, wake, wake)
  const poll = setInterval(wake, 1_000)
  return {
    unreadForMs: () => performance.now() - readAt,
    async close() {
      closed = true
      clearInterval(poll)
      await listening.unlisten().catch(() => undefined)
      await reading
    },
  }
}

function toLogged(row: typeof event.$inferSelect): LoggedEvent {
  const { id, name, data, incidentId } = row
  return { id, name, at: row.at.toISOString(), data, incidentId } as LoggedEvent
}
