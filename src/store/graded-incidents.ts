import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Incident } from '#domain/incident/incident.ts'
import type { Queryable } from './database.ts'
import { incident } from './tables/incident.ts'

/** Every open incident and those opened since then, the open first, newest first; none that was merged away. */
export async function openOrSince(db: Queryable, since: Date, limit: number): Promise<Incident[]> {
  const rows = await db
    .select()
    .from(incident)
    .where(and(isNull(incident.mergedInto), or(eq(incident.state, 'open'), gte(incident.openedAt, since))))
    .orderBy(desc(sql`${incident.state} = 'open'`), desc(incident.openedAt))
    .limit(limit)
  return rows as Incident[]
}
