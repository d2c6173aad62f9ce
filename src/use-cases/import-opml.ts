import { may } from '#domain/permission.ts'
import { ok, type Refusal, type Result } from '#domain/result.ts'
import { type OpmlEntry, readOpml } from '#sources/opml.ts'
import { listSources } from '#store/sources.ts'
import { addSource } from './add-source.ts'
import type { Context } from './context.ts'

export type OpmlImported = {
  added: number
  /** Feeds we have already; importing the same file again changes nothing. */
  known: number
  /** Feeds that could not be added, by their line in the file. */
  refused: { line: number; url: string; refusal: Refusal }[]
}

/** Seconds between two polls of a feed whose file says nothing about it. */
const intervalSeconds = 900

/**
 * Adds the feeds of an OPML file; one that cannot be added is named and costs nothing else.
 * Refusals: role_may_not, too_large, not_opml, no_feeds, too_many_feeds, drill_takes_no_source.
 */
export async function importOpml(context: Context, bytes: Uint8Array): Promise<Result<OpmlImported>> {
  const allowed = may(context.actor, 'manage_sources')
  if (!allowed.ok) return allowed
  const read = readOpml(bytes)
  if (!read.ok) return read
  const known = new Set((await listSources(context.db)).map(({ url }) => url))
  const imported: OpmlImported = { added: 0, known: 0, refused: [] }
  for (const entry of read.value) {
    if (known.has(entry.url)) {
      imported.known += 1
      continue
    }
    known.add(entry.url)
    const added = await addEntry(context, entry)
    if (added.ok) imported.added += 1
    else if (added.refusal.code === 'drill_takes_no_source') return added
    else imported.refused.push({ line: entry.line, url: entry.url.slice(0, 200), refusal: added.refusal })
  }
  return ok(imported)
}

/** Two sites often call their feed the same; then the host tells them apart. */
async function addEntry(context: Context, { url, name, bestEffort }: OpmlEntry) {
  const config: Record<string, unknown> = bestEffort ? { bestEffort } : {}
  const wanted = { kind: 'feed' as const, url, config, intervalSeconds }
  const added = await addSource(context, { ...wanted, name: name || null })
  if (added.ok || added.refusal.code !== 'source_exists' || name === '') return added
  return addSource(context, { ...wanted, name: `${name}（${new URL(url).host}）` })
}
