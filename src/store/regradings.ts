import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Incident } from '#domain/incident/incident.ts'
import type { Queryable, Transaction } from './database.ts'
import { incident } from './tables/incident.ts'
import { regrading } from './tables/regrading.ts'

export type Regrading = typeof regrading.$inferSelect

/** How far the open incidents have been proposed anew by an edition; null while nobody has begun. */
export async function regradingOf(db: Queryable, version: number): Promise<Regrading | null> {
  const [row] = await db.select().from(regrading).where(eq(regrading.version, version))
  return row ?? null
}

/** Locks it, begun now if nobody has; null while another process is at it. */
export async function lockRegrading(tx: Transaction, version: number, now: Date): Promise<Regrading | null> {
  await tx.insert(regrading).values({ version, startedAt: now, looked: 0, changed: 0 }).onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(regrading)
    .where(eq(regrading.version, version))
    .for('update', { skipLocked: true })
  return row ?? null
}

export async function saveRegrading(tx: Transaction, { version, ...changing }: Regrading): Promise<void> {
  await tx.update(regrading).set(changing).where(eq(regrading.version, version))
}

/** Locks open incidents behind one of them, in the order of their ids. */
export async function lockOpenBehind(
  tx: Transaction,
  afterId: string | null,
  limit: number,
): Promise<Incident[]> {
  const rows = await tx
    .select()
    .from(incident)
    .where(
      and(
        eq(incident.state, 'open'),
        isNull(incident.mergedInto),
        afterId === null ? undefined : gt(incident.id, afterId),
      ),
    )
    .orderBy(asc(incident.id))
    .limit(limit)
    .for('update')
  return rows as Incident[]
}
