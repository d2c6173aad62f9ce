import type { Result } from '#domain/result.ts'
import { listSources } from '#store/sources.ts'
import { addHotlineKey } from '#use-cases/add-hotline-key.ts'
import { addSource } from '#use-cases/add-source.ts'
import { changeSource } from '#use-cases/change-source.ts'
import type { Context } from '#use-cases/context.ts'
import type { Evening } from './scenario.ts'

/** What a sender of hotline calls signs with. */
export type Credentials = { key: string; secret: string }

/**
 * Makes the drill's sources exactly the feeds of the evening: what stands as it should is left alone, the rest (another
 * port, an earlier script) is removed and added anew. Safe to repeat.
 */
export async function registerFeeds(
  context: Context,
  evening: Evening,
  urlOf: (feedId: string) => string,
): Promise<void> {
  const wanted = new Map(evening.feeds.map((feed) => [feed.name, { ...feed, url: urlOf(feed.id) }]))
  for (const standing of await listSources(context.db)) {
    if (standing.kind !== 'feed') continue
    const feed = wanted.get(standing.name)
    if (feed?.url === standing.url && feed.intervalSeconds === standing.intervalSeconds)
      wanted.delete(standing.name)
    else must(await changeSource(context, { called: standing.id, to: 'remove' }))
  }
  for (const { url, name, intervalSeconds } of wanted.values()) {
    must(await addSource(context, { url, name, intervalSeconds }))
  }
}

/** A fresh key for each hotline of the evening, since nobody keeps the secret of the last one. */
export async function registerHotlines(
  context: Context,
  evening: Evening,
): Promise<Map<string, Credentials>> {
  const credentials = new Map<string, Credentials>()
  for (const standing of await listSources(context.db)) {
    if (standing.kind === 'hotline') must(await changeSource(context, { called: standing.id, to: 'remove' }))
  }
  for (const { id, name, channel } of evening.hotlines) {
    credentials.set(id, must(await addHotlineKey(context, { name, channel })))
  }
  return credentials
}

/** The drill is alone with its database: a refusal here is a mistake, not somebody's choice. */
function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`the drill was refused: ${result.refusal.code}`)
}
