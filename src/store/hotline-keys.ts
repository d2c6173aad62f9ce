import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { hotlineKey, hotlineReceipt } from './tables/hotline.ts'
import { source } from './tables/source.ts'

export type HotlineKey = typeof hotlineKey.$inferSelect

/** A key that still opens the door of its kind; those of removed sources open none. */
export async function findHotlineKey(
  db: Queryable,
  id: string,
  kind: 'hotline' | 'vendor' = 'hotline',
): Promise<HotlineKey | null> {
  const [row] = await db
    .select({ key: hotlineKey })
    .from(hotlineKey)
    .innerJoin(source, eq(source.id, hotlineKey.sourceId))
    .where(
      and(
        eq(hotlineKey.id, id),
        isNull(hotlineKey.revokedAt),
        eq(source.kind, kind),
        isNull(source.removedAt),
      ),
    )
  return row?.key ?? null
}

export async function insertHotlineKey(tx: Transaction, key: typeof hotlineKey.$inferInsert): Promise<void> {
  await tx.insert(hotlineKey).values(key)
}

/** Writes the receipt unless the same id has one already; the primary key settles races. */
export async function giveReceipt(
  tx: Transaction,
  wanted: typeof hotlineReceipt.$inferInsert,
): Promise<{ receipt: string; isNew: boolean }> {
  const [written] = await tx.insert(hotlineReceipt).values(wanted).onConflictDoNothing().returning()
  if (written) return { receipt: written.receipt, isNew: true }
  const [earlier] = await tx
    .select()
    .from(hotlineReceipt)
    .where(and(eq(hotlineReceipt.keyId, wanted.keyId), eq(hotlineReceipt.idHash, wanted.idHash)))
  if (!earlier) throw new Error('a receipt vanished between two statements of one transaction')
  return { receipt: earlier.receipt, isNew: false }
}
