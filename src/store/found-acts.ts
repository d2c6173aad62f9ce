import { and, asc, desc, eq, gt, isNotNull, lte, sql } from 'drizzle-orm'
import type { EventName } from '#contracts/events.ts'
import type { PersonView } from '#contracts/views.ts'
import type { Queryable } from './database.ts'
import { event } from './tables/event.ts'

/** Something a post of an agency did for an incident. */
export type Act = {
  id: number
  name: string
  at: Date
  incidentId: string
  by: PersonView & { agency: string }
}

/** What agencies have done since `cursor`, up to `last`, among events of these nouns; oldest first. */
export async function actsAfter(
  db: Queryable,
  { cursor, last, nouns, limit }: { cursor: number; last: number; nouns: readonly string[]; limit: number },
): Promise<Act[]> {
  const names = `{${nouns.join(',')}}`
  const rows = await db
    .select({ id: event.id, name: event.name, at: event.at, incidentId: event.incidentId, by: event.actor })
    .from(event)
    .where(
      and(
        gt(event.id, cursor),
        lte(event.id, last),
        isNotNull(event.incidentId),
        sql`split_part(${event.name}, '.', 1) = any(${names}::text[])`,
        sql`${event.actor} ->> 'agency' is not null`,
      ),
    )
    .orderBy(asc(event.id))
    .limit(limit)
  return rows.flatMap(({ incidentId, by, ...row }) =>
    incidentId && by?.agency ? [{ ...row, incidentId, by: { ...by, agency: by.agency } }] : [],
  )
}

/** The latest act of this name on an incident; null where no post of an agency did one. */
export async function lastActNamed(
  db: Queryable,
  incidentId: string,
  name: EventName,
): Promise<{ at: Date; by: PersonView } | null> {
  const [row] = await db
    .select({ at: event.at, by: event.actor })
    .from(event)
    .where(and(eq(event.incidentId, incidentId), eq(event.name, name), isNotNull(event.actor)))
    .orderBy(desc(event.id))
    .limit(1)
  return row?.by ? { at: row.at, by: row.by } : null
}
