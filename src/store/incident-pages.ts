import { and, arrayContains, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Grade } from '#domain/grading/grade.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Queryable } from './database.ts'
import { type FullIncident, withParts } from './incidents.ts'
import type { PageCursor } from './page-cursor.ts'
import { alert } from './tables/alert.ts'
import { incident } from './tables/incident.ts'

export type IncidentsWanted = {
  state?: 'open' | 'closed' | undefined
  grade?: Grade | undefined
  /** Keys that must all be on the route. */
  onRoute: string[]
  openedAfter?: Date | undefined
  openedBefore?: Date | undefined
  behind: PageCursor | null
  limit: number
}

/** Incidents newest first; one more than `limit` when there is a next page. */
export async function incidentsPage(db: Queryable, wanted: IncidentsWanted): Promise<FullIncident[]> {
  const { state, grade, onRoute, openedAfter, openedBefore, behind, limit } = wanted
  const rows = await db
    .select()
    .from(incident)
    .where(
      and(
        state && eq(incident.state, state),
        grade && eq(incident.grade, grade),
        onRoute.length > 0 ? arrayContains(incident.route, onRoute) : undefined,
        openedAfter && gte(incident.openedAt, openedAfter),
        openedBefore && lt(incident.openedAt, openedBefore),
        behind ? after(incident.openedAt, incident.id, behind) : undefined,
      ),
    )
    .orderBy(desc(incident.openedAt), desc(incident.id))
    .limit(limit + 1)
  return withParts(db, rows as Incident[])
}

export type AlertsWanted = {
  state?: 'unaccepted' | 'accepted' | 'ended' | undefined
  agency: string
  incidentId?: string | undefined
  onRoute: string[]
  behind: PageCursor | null
  limit: number
}

/** Alerts newest first; one more than `limit` when there is a next page. */
export async function alertsPage(
  db: Queryable,
  { state, agency, incidentId, onRoute, behind, limit }: AlertsWanted,
): Promise<(typeof alert.$inferSelect)[]> {
  const ended = sql`${alert.endedAt} is not null`
  const rows = await db
    .select({ alert })
    .from(alert)
    .innerJoin(incident, eq(incident.id, alert.incidentId))
    .where(
      and(
        eq(alert.agency, agency),
        state === 'ended' ? ended : undefined,
        state && state !== 'ended' ? and(eq(alert.state, state), sql`not (${ended})`) : undefined,
        incidentId ? eq(alert.incidentId, incidentId) : undefined,
        onRoute.length > 0 ? arrayContains(incident.route, onRoute) : undefined,
        behind ? after(alert.raisedAt, alert.id, behind) : undefined,
      ),
    )
    .orderBy(desc(alert.raisedAt), desc(alert.id))
    .limit(limit + 1)
  return rows.map((row) => row.alert)
}

function after(
  at: typeof incident.openedAt | typeof alert.raisedAt,
  id: typeof incident.id | typeof alert.id,
  behind: PageCursor,
): SQL {
  return sql`(${at}, ${id}) < (${behind.at.toISOString()}::timestamptz, ${behind.id}::uuid)`
}
