import { allowedPrivate } from '#platform/allowed-private.ts'
import { sources } from '#sources/index.ts'
import { findSource, noteFailure, noteSuccess } from '#store/sources.ts'
import type { Context } from './context.ts'
import { type TakenIn, takeInMany, wakeCorrelation } from './take-in-posts.ts'

export type Polled = { outcome: 'gone' | 'failed' | 'not_modified' } | { outcome: 'taken'; taken: TakenIn }

/**
 * Asks one source for news and takes in what is new. A failure is noted on the source and costs nothing else:
 * validators and posts of earlier polls stay as they were.
 */
export async function pollSource(context: Context, { sourceId }: { sourceId: string }): Promise<Polled> {
  const source = await findSource(context.db, sourceId)
  if (!source || source.removedAt || source.pausedAt || source.kind !== 'feed') return { outcome: 'gone' }
  const fetched = await sources.feed.fetch(
    { url: source.url ?? '' },
    {
      now: context.now,
      validators: { etag: source.etag, lastModified: source.lastModified },
      allowPrivate: allowedPrivate(),
    },
  )
  if (!fetched.ok) {
    context.log.info({ source: source.name, problem: fetched.problem.code }, 'a source could not be read')
    await noteFailure(context.db, source.id, context.now, fetched.problem)
    return { outcome: 'failed' }
  }
  if (fetched.notModified) {
    await noteSuccess(context.db, source.id, context.now, null)
    return { outcome: 'not_modified' }
  }
  const taken = await takeInMany(context, source, fetched.posts, (tx) =>
    noteSuccess(tx, source.id, context.now, { ...fetched.validators, warnings: fetched.warnings }),
  )
  await wakeCorrelation(context, taken)
  return { outcome: 'taken', taken }
}
