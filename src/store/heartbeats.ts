import type { Queryable } from './database.ts'
import { heartbeat } from './tables/heartbeat.ts'

export async function beat(db: Queryable, name: string, at: Date): Promise<void> {
  await db.insert(heartbeat).values({ name, at }).onConflictDoUpdate({ target: heartbeat.name, set: { at } })
}

export async function lastHeartbeats(db: Queryable): Promise<Map<string, Date>> {
  const rows = await db.select().from(heartbeat)
  return new Map(rows.map(({ name, at }) => [name, at]))
}
