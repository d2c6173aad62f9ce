import { desc, eq } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { incidentClosing } from './tables/track.ts'

export type ClosingRow = typeof incidentClosing.$inferSelect

export async function insertClosing(tx: Transaction, one: ClosingRow): Promise<void> {
  await tx.insert(incidentClosing).values(one)
}

/** The latest closing of an incident, whether or not it was opened again since. */
export async function lastClosing(db: Queryable, incidentId: string): Promise<ClosingRow | null> {
  const [row] = await db
    .select()
    .from(incidentClosing)
    .where(eq(incidentClosing.incidentId, incidentId))
    .orderBy(desc(incidentClosing.at))
    .limit(1)
  return row ?? null
}
