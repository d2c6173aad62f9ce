import { expiredBefore } from '#domain/post/retention.ts'
import { record } from '#store/event-log.ts'
import { dropPostsOfClosed, dropPostsUnjudged } from '#store/retention.ts'
import type { Context } from './context.ts'

/** So many in one transaction, that a year's backlog holds up nobody. */
const atOnce = 1_000

export type Expired = { ofClosed: number; unjudged: number }

/**
 * Drops the masked texts that have had their time: 180 days after their incident closed, or unjudged for as long.
 * Fingerprints stay, so that a post that comes again is still known; receipts of calls and the incidents stay too.
 */
export async function expirePosts(context: Context): Promise<Expired> {
  const total: Expired = { ofClosed: 0, unjudged: 0 }
  for (;;) {
    const round = await expireSome(context)
    total.ofClosed += round.ofClosed
    total.unjudged += round.unjudged
    if (round.ofClosed < atOnce && round.unjudged < atOnce) return total
  }
}

async function expireSome({ db, now }: Context): Promise<Expired> {
  const before = expiredBefore(now)
  return db.transaction(async (tx) => {
    const ofClosed = await dropPostsOfClosed(tx, before, atOnce)
    const unjudged = await dropPostsUnjudged(tx, before, atOnce)
    const expired = { ofClosed, unjudged }
    const happened = { name: 'posts.expired' as const, data: expired, incidentId: null, route: null }
    if (ofClosed + unjudged > 0) await record(tx, [happened], { at: now, actor: null })
    return expired
  })
}
