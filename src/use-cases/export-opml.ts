import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { writeOpml } from '#sources/opml.ts'
import { listSources } from '#store/sources.ts'
import type { Context } from './context.ts'
import { recordExport } from './record-export.ts'

/** All feeds as an OPML file. Their addresses may hold keys, so it is for those who manage the sources. */
export async function exportOpml(context: Context): Promise<Result<{ opml: string; feeds: number }>> {
  const allowed = may(context.actor, 'manage_sources')
  if (!allowed.ok) return allowed
  const feeds = (await listSources(context.db)).flatMap(({ kind, name, url, config }) =>
    kind === 'feed' && url ? [{ name, url, bestEffort: config.bestEffort === true }] : [],
  )
  await recordExport(context, { what: 'feeds', count: feeds.length })
  return ok({ opml: writeOpml('Anxin', feeds, context.now), feeds: feeds.length })
}
