import { and, arrayContains, asc, gt, isNotNull, lte } from 'drizzle-orm'
import type { LoggedEvent } from '#contracts/events.ts'
import type { Database, Queryable } from './database.ts'
import { eventChannel, lastEventId } from './event-log.ts'
import { event } from './tables/event.ts'

/** Events looked through at once; who may hear few of them still gets on. */
const lookedThrough = 20_000

export type RoutedPage = {
  events: (LoggedEvent & { incidentId: string | null })[]
  /** Everything up to here was looked through. */
  cursor: number
  more: boolean
}

/** Events about incidents whose route holds all of these keys, after the cursor, oldest first. */
export async function routedEventsAfter(
  db: Queryable,
  { after, limit, onRoute }: { after: number; limit: number; onRoute: string[] },
): Promise<RoutedPage> {
  const end = await lastEventId(db)
  const upTo = Math.min(end, after + lookedThrough)
  if (upTo <= after) return { events: [], cursor: after, more: false }
  const rows = await db
    .select()
    .from(event)
    .where(
      and(
        gt(event.id, after),
        lte(event.id, upTo),
        isNotNull(event.route),
        onRoute.length > 0 ? arrayContains(event.route, onRoute) : undefined,
      ),
    )
    .orderBy(asc(event.id))
    .limit(limit)
  const full = rows.length === limit
  const cursor = full ? (rows.at(-1)?.id ?? upTo) : upTo
  const events = rows.map(({ id, name, at, data, incidentId }) => {
    return { id, name, at: at.toISOString(), data, incidentId } as RoutedPage['events'][number]
  })
  return { events, cursor, more: cursor < end }
}

/** Resolves when something is recorded, when the time is over, or when the asker has gone. */
export async function somethingRecorded(db: Database, ms: number, gone: AbortSignal): Promise<void> {
  if (gone.aborted) return
  let done = () => {}
  const over = new Promise<void>((resolve) => {
    done = resolve
  })
  const timer = setTimeout(done, ms)
  gone.addEventListener('abort', done, { once: true })
  const listening = await db.$client.listen(eventChannel, done)
  await over
  clearTimeout(timer)
  gone.removeEventListener('abort', done)
  await listening.unlisten()
}
