import { randomUUID } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import { insertChannel } from './channels.ts'
import type { Database } from './database.ts'
import { lastEventId } from './event-log.ts'
import { startCursor } from './pages.ts'
import { channel } from './tables/channel.ts'

/** The name under which the notifier's place in the log is kept. */
export const notifierReader = 'notifier'

/** Before the programs run for the first time: nobody is called for what is past, and browsers can be pushed to. */
export async function prepareChannels(db: Database, now: Date): Promise<void> {
  await startCursor(db, notifierReader, await lastEventId(db))
  const [row] = await db.select({ count: count() }).from(channel).where(eq(channel.kind, 'web_push'))
  if (row?.count) return
  await insertChannel(db, {
    id: randomUUID(),
    kind: 'web_push',
    name: 'Web Push',
    settings: {},
    createdAt: now,
  })
}
