import { and, arrayOverlaps, desc, eq, gte, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Incident } from '#domain/incident/incident.ts'
import type { Queryable } from './database.ts'
import { neighbourCodes } from './gazetteer.ts'
import { incident } from './tables/incident.ts'
import { post } from './tables/post.ts'

/** The latest so many of each kind; enough for a town on its worst day, and the same time whatever the city holds. */
const mostByPlace = 60
const mostByName = 60
const mostByText = 200

export type Wanted = {
  placeCode: string | null
  /** Name keys of the post, and of its text. */
  names: string[]
  /** Near-duplicate keys of its text. */
  bands: number[]
  openSince: Date
  resolvedSince: Date
}

/** Incidents a post could belong to – open, resolved or merged away – found by index: place, name or near words. */
export async function joinCandidates(db: Queryable, wanted: Wanted): Promise<Incident[]> {
  const alive = or(
    and(eq(incident.state, 'open'), gte(incident.lastPostAt, wanted.openSince)),
    gte(incident.closedAt, wanted.resolvedSince),
    and(isNotNull(incident.mergedInto), gte(incident.lastPostAt, wanted.openSince)),
  )
  const codes = neighbourCodes(wanted.placeCode)
  const [byPlace, byName, byText] = await Promise.all([
    codes.length === 0
      ? []
      : db
          .select()
          .from(incident)
          .where(and(inArray(incident.placeCode, codes), alive))
          .orderBy(desc(incident.lastPostAt))
          .limit(mostByPlace),
    wanted.names.length === 0
      ? []
      : db
          .select()
          .from(incident)
          .where(and(arrayOverlaps(incident.nameKeys, wanted.names), alive))
          .orderBy(desc(incident.lastPostAt))
          .limit(mostByName),
    db
      .select({ id: post.incidentId })
      .from(post)
      .where(and(arrayOverlaps(post.bands, wanted.bands), isNotNull(post.bands)))
      .limit(mostByText),
  ])
  const known = new Map([...byPlace, ...byName].map((one) => [one.id, one]))
  const missing = [...new Set(byText.flatMap(({ id }) => (id && !known.has(id) ? [id] : [])))]
  if (missing.length > 0) {
    const rows = await db
      .select()
      .from(incident)
      .where(and(inArray(incident.id, missing), alive))
    for (const row of rows) known.set(row.id, row)
  }
  return [...known.values()] as Incident[]
}

/** The incident that holds its posts now; itself unless it was merged away. */
export async function holderOf(db: Queryable, id: string): Promise<Incident | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    with recursive up as (
      select id, merged_into, 0 as depth from ${incident} where id = ${id}
      union all
      select i.id, i.merged_into, up.depth + 1 from ${incident} i join up on i.id = up.merged_into where up.depth < 20
    )
    select id from up where merged_into is null limit 1`)
  if (!row) return null
  const [holder] = await db.select().from(incident).where(eq(incident.id, row.id))
  return (holder as Incident | undefined) ?? null
}
