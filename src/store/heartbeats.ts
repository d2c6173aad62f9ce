import { sql } from 'drizzle-orm'
import type { Database, Queryable } from './database.ts'
import { heartbeat } from './tables/heartbeat.ts'

export async function beat(db: Queryable, name: string, at: Date): Promise<void> {
  await db.insert(heartbeat).values({ name, at }).onConflictDoUpdate({ target: heartbeat.name, set: { at } })
}

export async function lastHeartbeats(db: Queryable): Promise<Map<string, Date>> {
  const rows = await db.select().from(heartbeat)
  return new Map(rows.map(({ name, at }) => [name, at]))
}

/** False on a standby or a database set to read only, where nothing could be recorded. */
export async function isWritable(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ setting: string }>(
    sql`select current_setting('transaction_read_only') as setting`,
  )
  return row?.setting === 'off'
}
