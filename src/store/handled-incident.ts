import { and, asc, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { TaskIncidentView } from '#contracts/tasks.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Queryable } from './database.ts'
import { placeOf } from './gazetteer.ts'
import { numberOf } from './incident-view.ts'
import { incident } from './tables/incident.ts'

/** An incident and all that were merged into it: what was assigned, supervised or called before stays with its own. */
export function withMerged(incidentId: string): SQL {
  return sql`(with recursive family(id) as (
    select ${incidentId}::uuid
    union select i.id from ${incident} i join family on i.merged_into = family.id
  ) select id from family)`
}

/** Those merged into an incident, directly or through another, in the order they were opened. */
export async function mergedInto(db: Queryable, incidentId: string): Promise<Incident[]> {
  const rows = await db
    .select()
    .from(incident)
    .where(and(sql`${incident.id} in ${withMerged(incidentId)}`, ne(incident.id, incidentId)))
    .orderBy(asc(incident.openedAt), asc(incident.id))
  return rows as Incident[]
}

/** The incident that holds this one's posts now: itself, or the one it was merged into, at the end of the chain. */
export async function handledIncident(db: Queryable, incidentId: string): Promise<Incident | null> {
  const [found] = await handledIncidents(db, [incidentId])
  return found ? found[1] : null
}

/** The same for many, by the id that was asked for. */
export async function handledIncidents(db: Queryable, ids: string[]): Promise<Map<string, Incident>> {
  const found = new Map<string, Incident>()
  if (ids.length === 0) return found
  const asked = new Map([...new Set(ids)].map((id) => [id, id]))
  // Chains are short: somebody merged by hand each time.
  while (asked.size > 0) {
    const rows = await db
      .select()
      .from(incident)
      .where(inArray(incident.id, [...asked.values()]))
    const byId = new Map(rows.map((row) => [row.id, row as Incident]))
    for (const [first, at] of [...asked]) {
      const row = byId.get(at)
      if (row?.mergedInto) asked.set(first, row.mergedInto)
      else {
        if (row) found.set(first, row)
        asked.delete(first)
      }
    }
  }
  return found
}

/** What the agency of a task is told of its incident. */
export function briefOf(one: Incident): TaskIncidentView {
  const place = placeOf(one.placeCode)
  return {
    id: one.id,
    number: numberOf(one),
    headline: one.headline,
    place: place?.name ?? null,
    grade: one.grade,
    territory: place?.territory ?? null,
    route: one.route,
    amountYuan: one.amountYuan,
    workers: one.workers,
  }
}
