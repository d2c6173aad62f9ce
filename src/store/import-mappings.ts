import { desc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { importMapping } from './tables/import-mapping.ts'

export type SavedMapping = typeof importMapping.$inferSelect

/** The columns an officer set for this sender's exports, or null. */
export async function savedMapping(db: Queryable, sender: string): Promise<Record<string, string> | null> {
  const [row] = await db.select().from(importMapping).where(eq(importMapping.sender, sender))
  return row?.mapping ?? null
}

/** All of them, the one set last first. */
export async function savedMappings(db: Queryable): Promise<SavedMapping[]> {
  return db.select().from(importMapping).orderBy(desc(importMapping.savedAt)).limit(200)
}

export async function keepMapping(tx: Transaction, row: SavedMapping): Promise<void> {
  const { mapping, savedAt } = row
  await tx
    .insert(importMapping)
    .values(row)
    .onConflictDoUpdate({ target: importMapping.sender, set: { mapping, savedAt } })
}
