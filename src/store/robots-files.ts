import { eq } from 'drizzle-orm'
import type { Queryable } from './database.ts'
import { robotsFile } from './tables/robots-file.ts'

export type RobotsFile = typeof robotsFile.$inferSelect

export async function findRobotsFile(db: Queryable, origin: string): Promise<RobotsFile | null> {
  const [row] = await db.select().from(robotsFile).where(eq(robotsFile.origin, origin))
  return row ?? null
}

export async function saveRobotsFile(db: Queryable, row: RobotsFile): Promise<void> {
  await db.insert(robotsFile).values(row).onConflictDoUpdate({ target: robotsFile.origin, set: row })
}
