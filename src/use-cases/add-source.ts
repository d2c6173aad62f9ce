import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { feedConfig } from '#sources/feed-source.ts'
import { record } from '#store/event-log.ts'
import { insertSource } from '#store/sources.ts'
import { type Context, recordedActor } from './context.ts'

export type NewFeed = {
  url: string
  /** Shown on screens; the host of the address when empty. */
  name: string | null
  intervalSeconds: number
}

/**
 * Adds a feed and has it polled at once. A real feed has no place in a drill.
 * Refusals: role_may_not, drill_takes_no_source, bad_address, source_exists.
 */
export async function addSource(
  context: Context,
  feed: NewFeed,
): Promise<Result<{ id: string; name: string }>> {
  const allowed = may(context.actor, 'manage_sources')
  if (!allowed.ok) return allowed
  if (env().REALM === 'drill' && context.actor.kind === 'person') return refusal('drill_takes_no_source')
  const config = feedConfig.safeParse({ url: feed.url.trim() })
  if (!config.success) return refusal('bad_address', { url: feed.url.slice(0, 200) })
  const id = context.newId()
  const { url } = config.data
  const name = feed.name?.trim() || new URL(url).host
  const added = await context.db.transaction(async (tx) => {
    const inserted = await insertSource(tx, {
      id,
      kind: 'feed',
      channel: 'online',
      name,
      url,
      intervalSeconds: feed.intervalSeconds,
      createdAt: context.now,
    })
    if (!inserted) return false
    await record(
      tx,
      [{ name: 'source.added', data: { sourceId: id, name }, incidentId: null, route: null }],
      {
        at: context.now,
        actor: recordedActor(context),
      },
    )
    return true
  })
  if (!added) return refusal('source_exists', { name })
  await context.hint('poll-source', { sourceId: id }, id)
  return ok({ id, name })
}
