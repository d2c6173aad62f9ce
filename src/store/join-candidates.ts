import { sql } from 'drizzle-orm'
import {
  type FoundIds,
  type Holders,
  mostByName,
  mostByPlace,
  type StoryKeys,
} from '#domain/incident/candidate-index.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { anyOf } from './any-of.ts'
import type { Queryable } from './database.ts'
import { bodiesOf } from './posts.ts'
import { incident } from './tables/incident.ts'
import { post } from './tables/post.ts'

/** Texts looked at per story: a set phrase is shared by very many. */
const mostByText = 200

export type Since = { open: Date; resolved: Date }

export type JoinCandidates = {
  /** In the order of the stories. */
  found: FoundIds[]
  incidents: Incident[]
  bodies: Map<string, string[]>
  holders: Holders
}

/** Incidents that stories could belong to – open, resolved or merged away – found by index: place, name or near words. */
export async function joinCandidates(
  db: Queryable,
  stories: StoryKeys[],
  since: Since,
): Promise<JoinCandidates> {
  const [byPlace, byWords] = await Promise.all([
    idsByPlace(db, stories, since),
    idsByWords(db, stories, since),
  ])
  const found = stories.map(({ placeCodes }, at) => ({
    byPlace: byPlace.get(placeCodes.join()) ?? [],
    byName: listed(byWords[at]?.names),
    byText: listed(byWords[at]?.texts),
  }))
  const ids = [...new Set(found.flatMap((one) => [...one.byPlace, ...one.byName, ...one.byText]))]
  const [rows, bodies] = await Promise.all([incidentsOf(db, ids), bodiesOf(db, ids)])
  return { found, incidents: rows, bodies, holders: await holdersOf(db, rows) }
}

/** The incident that holds its posts now; itself unless it was merged away. */
export async function holderOf(db: Queryable, id: string): Promise<Incident | null> {
  const [row] = await holderIds(db, [id])
  if (!row) return null
  const [holder] = await incidentsOf(db, [row.holder])
  return holder ?? null
}

/** More than are wanted by as many as the stories may change, so that those left are still enough. */
const reserve = (stories: StoryKeys[]) => stories.length

/** Ids under the codes they were asked by; stories of one place are looked up once. */
async function idsByPlace(db: Queryable, stories: StoryKeys[], since: Since): Promise<Map<string, string[]>> {
  const places = [...new Set(stories.map(({ placeCodes }) => placeCodes.join()))].filter(Boolean)
  if (places.length === 0) return new Map()
  const rows = await db.execute<{ place: string; ids: string | null }>(sql`
    select place, (
      select string_agg(id::text, ',') from (
        select id from ${incident}
        where place_code = any(string_to_array(place, ',')) and ${aliveSince(since)}
        order by last_post_at desc limit ${mostByPlace + reserve(stories)}) as latest) as ids
    from jsonb_array_elements_text(${JSON.stringify(places)}::jsonb) as place`)
  return new Map(rows.map(({ place, ids }) => [place, listed(ids)]))
}

async function idsByWords(
  db: Queryable,
  stories: StoryKeys[],
  since: Since,
): Promise<{ names: string | null; texts: string | null }[]> {
  const asked = stories.map(({ names, bands }, at) => ({ at, names, bands }))
  return db.execute<{ names: string | null; texts: string | null }>(sql`
    select (
      select string_agg(id::text, ',') from (
        select id from ${incident} where name_keys && asked.names and ${aliveSince(since)}
        order by last_post_at desc limit ${mostByName + reserve(stories)}) as latest) as names, (
      select string_agg(id::text, ',') from ${incident} where ${aliveSince(since)} and id = any(array(
        select incident_id from ${post} where bands && asked.bands and bands is not null limit ${mostByText}))
      ) as texts
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (at int, names text[], bands int[])
    order by asked.at`)
}

/** What may still be joined, opened again or linked to. */
function aliveSince({ open, resolved }: Since) {
  const [openSince, resolvedSince] = [open.toISOString(), resolved.toISOString()]
  return sql`(
    (state = 'open' and last_post_at >= ${openSince}::timestamptz) or closed_at >= ${resolvedSince}::timestamptz or
    (merged_into is not null and last_post_at >= ${openSince}::timestamptz))`
}

async function incidentsOf(db: Queryable, ids: string[]): Promise<Incident[]> {
  if (ids.length === 0) return []
  return (await db.select().from(incident).where(anyOf(incident.id, ids))) as Incident[]
}

async function holdersOf(db: Queryable, incidents: Incident[]): Promise<Holders> {
  const merged = incidents.filter(({ mergedInto }) => mergedInto !== null)
  if (merged.length === 0) return new Map()
  const pairs = await holderIds(
    db,
    merged.map(({ id }) => id),
  )
  const rows = await incidentsOf(db, [...new Set(pairs.map(({ holder }) => holder))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    pairs.flatMap(({ id, holder }) => {
      const row = byId.get(holder)
      return row ? [[id, row]] : []
    }),
  )
}

async function holderIds(db: Queryable, ids: string[]): Promise<{ id: string; holder: string }[]> {
  return db.execute<{ id: string; holder: string }>(sql`
    with recursive up as (
      select id as start, id, merged_into, 0 as depth from ${incident}
      where id = any(${`{${ids.join(',')}}`}::uuid[])
      union all
      select up.start, i.id, i.merged_into, up.depth + 1
      from ${incident} i join up on i.id = up.merged_into where up.depth < 20
    )
    select start as id, id as holder from up where merged_into is null`)
}

function listed(ids: string | null | undefined): string[] {
  return ids ? ids.split(',') : []
}
