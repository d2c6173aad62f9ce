import { gt, sql } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { linksBehind, lockLogHead, moveLogHead } from './event-chain.ts'
import { foundEvents } from './found-events.ts'
import { event } from './tables/event.ts'

const eventsAtOnce = 500

/**
 * Chains the events that were recorded before there was a chain, in the order of their ids, all or none. Only while
 * the chain is empty: an unchained event that turns up later was not recorded by this program and is left for the
 * audit to find.
 */
export async function chainOldEvents(db: PostgresJsDatabase): Promise<void> {
  await db.transaction(async (tx) => {
    let head = await lockLogHead(tx)
    if (head.seq > 0) return
    let lastId = 0
    for (;;) {
      const old = await foundEvents(tx, gt(event.id, lastId), eventsAtOnce)
      if (old.length === 0) break
      const links = linksBehind(head, old)
      const rows = old.map(({ id }, place) => ({ id, ...links[place] }))
      await tx.execute(sql`
        update event set seq = link.seq, prev_hash = link."prevHash", hash = link.hash
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as link (id bigint, seq bigint, "prevHash" text, hash text)
        where event.id = link.id`)
      head = links.at(-1) ?? head
      lastId = old.at(-1)?.id ?? lastId
    }
    if (head.seq > 0) await moveLogHead(tx, head)
  })
}
