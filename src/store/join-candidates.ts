import { sql } from 'drizzle-orm'
import { mostByName, mostByPlace, type Stored, type StoryKeys } from '#domain/incident/candidate-index.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { anyOf } from './any-of.ts'
import type { Queryable } from './database.ts'
import { bodiesOf } from './posts.ts'
import { incident } from './tables/incident.ts'
import { post } from './tables/post.ts'

/** Texts looked at per story: a set phrase is shared by very many. */
const mostByText = 200

export type Since = { open: Date; resolved: Date }

type Row = typeof incident.$inferSelect

/** Incidents that stories could belong to – open, resolved or merged away – found by index: place, name or near words. */
export async function joinCandidates(db: Queryable, stories: StoryKeys[], since: Since): Promise<Stored> {
  const [byPlace, byName, texts] = await Promise.all([
    idsByPlace(db, stories, since),
    idsByName(db, stories, since),
    textsByBand(db, stories, since),
  ])
  const ids = [...new Set([...byPlace, ...byName, ...texts.map(({ incidentId }) => incidentId)])]
  const [incidents, bodies] = await Promise.all([rowsOf(db, ids), bodiesOf(db, ids)])
  return {
    incidents: incidents as Stored['incidents'],
    texts,
    bodies,
    holders: await holdersOf(db, incidents),
  }
}

/** The incident that holds its posts now; itself unless it was merged away. */
export async function holderOf(db: Queryable, id: string): Promise<Incident | null> {
  const [pair] = await holderIds(db, [id])
  const [holder] = pair ? await rowsOf(db, [pair.holder]) : []
  return (holder as Incident | undefined) ?? null
}

/** As many more than are wanted as the stories may change, so that those left are still enough. */
async function idsByPlace(db: Queryable, stories: StoryKeys[], since: Since): Promise<string[]> {
  const places = distinct(stories.map(({ placeCodes }) => placeCodes.join())).filter(Boolean)
  if (places.length === 0) return []
  const rows = await db.execute<{ ids: string | null }>(sql`
    select (
      select string_agg(id::text, ',') from (
        select id from ${incident}
        where place_code = any(string_to_array(places.codes, ',')) and ${aliveSince(since)}
        order by last_post_at desc limit ${mostByPlace + stories.length}) as latest) as ids
    from jsonb_array_elements_text(${JSON.stringify(places)}::jsonb) as places (codes)`)
  return rows.flatMap(({ ids }) => ids?.split(',') ?? [])
}

async function idsByName(db: Queryable, stories: StoryKeys[], since: Since): Promise<string[]> {
  const names = distinct(stories.flatMap((story) => story.names))
  if (names.length === 0) return []
  const rows = await db.execute<{ id: string }>(sql`
    select id from ${incident}
    where name_keys && array(select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))
      and ${aliveSince(since)}
    order by last_post_at desc limit ${(mostByName + 1) * stories.length}`)
  return rows.map(({ id }) => id)
}

async function textsByBand(db: Queryable, stories: StoryKeys[], since: Since): Promise<Stored['texts']> {
  const bands = distinct(stories.flatMap((story) => story.bands))
  const rows = await db.execute<{ id: string; bands: string }>(sql`
    select told.incident_id as id, array_to_string(told.bands, ',') as bands from (
      select incident_id, bands from ${post}
      where bands && ${`{${bands.join(',')}}`}::integer[] and bands is not null
      limit ${mostByText * stories.length}) as told
    join ${incident} on ${incident.id} = told.incident_id and ${aliveSince(since)}`)
  return rows.map((row) => ({ incidentId: row.id, bands: row.bands.split(',').map(Number) }))
}

/** What may still be joined, opened again or linked to. */
function aliveSince({ open, resolved }: Since) {
  const [openSince, resolvedSince] = [open.toISOString(), resolved.toISOString()]
  return sql`(
    (state = 'open' and last_post_at >= ${openSince}::timestamptz) or closed_at >= ${resolvedSince}::timestamptz or
    (merged_into is not null and last_post_at >= ${openSince}::timestamptz))`
}

async function rowsOf(db: Queryable, ids: string[]): Promise<Row[]> {
  return ids.length === 0 ? [] : db.select().from(incident).where(anyOf(incident.id, ids))
}

async function holdersOf(db: Queryable, incidents: Row[]): Promise<Map<string, Incident>> {
  const merged = incidents.filter(({ mergedInto }) => mergedInto !== null).map(({ id }) => id)
  if (merged.length === 0) return new Map()
  const pairs = await holderIds(db, merged)
  const rows = await rowsOf(db, distinct(pairs.map(({ holder }) => holder)))
  const held = new Map(rows.map((row) => [row.id, row as Incident]))
  return new Map(
    pairs.flatMap(({ id, holder }) => {
      const row = held.get(holder)
      return row ? [[id, row]] : []
    }),
  )
}

async function holderIds(db: Queryable, ids: string[]): Promise<{ id: string; holder: string }[]> {
  return db.execute<{ id: string; holder: string }>(sql`
    with recursive up as (
      select id as start, id, merged_into, 0 as depth from ${incident} where ${anyOf(incident.id, ids)}
      union all
      select up.start, i.id, i.merged_into, up.depth + 1
      from ${incident} i join up on i.id = up.merged_into where up.depth < 20
    )
    select start as id, id as holder from up where merged_into is null`)
}

function distinct<Value>(values: Value[]): Value[] {
  return [...new Set(values)]
}
