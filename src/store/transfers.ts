import { and, asc, desc, eq, isNull, lte, ne, sql } from 'drizzle-orm'
import type { TransferView } from '#contracts/proceedings.ts'
import { transferDue } from '#domain/transfer/transfer.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { policeTransfer } from './tables/transfer.ts'

export type TransferRow = typeof policeTransfer.$inferSelect

/** The transfers that run, of an incident and of all that were merged into it; else the last that ended. */
export async function transfersOf(db: Queryable, incidentId: string): Promise<TransferRow[]> {
  const rows = await db
    .select()
    .from(policeTransfer)
    .where(sql`${policeTransfer.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(desc(policeTransfer.startedAt))
  const running = rows.filter(({ state }) => state !== 'ended')
  return running.length > 0 ? running : rows.slice(0, 1)
}

export async function findTransfer(db: Queryable, id: string): Promise<TransferRow | null> {
  const [row] = await db.select().from(policeTransfer).where(eq(policeTransfer.id, id))
  return row ?? null
}

export async function insertTransfer(tx: Transaction, row: TransferRow): Promise<void> {
  await tx.insert(policeTransfer).values(row)
}

/** Writes what a move changed where nobody has moved since `version`. @returns false where somebody has. */
export async function saveTransfer(tx: Transaction, row: TransferRow): Promise<boolean> {
  const { id, incidentId, startedAt, startedBy, version, ...changing } = row
  const changed = await tx
    .update(policeTransfer)
    .set({ ...changing, version: version + 1 })
    .where(and(eq(policeTransfer.id, id), eq(policeTransfer.version, version)))
    .returning({ id: policeTransfer.id })
  return changed.length > 0
}

/** Transfers whose next move is late and was not told of; another sweeper skips them. */
export async function lockLateTransfers(tx: Transaction, now: Date, limit: number): Promise<TransferRow[]> {
  return tx
    .select()
    .from(policeTransfer)
    .where(
      and(
        lte(policeTransfer.dueAt, now),
        isNull(policeTransfer.overdueToldAt),
        ne(policeTransfer.state, 'ended'),
      ),
    )
    .orderBy(asc(policeTransfer.dueAt))
    .limit(limit)
    .for('update', { skipLocked: true })
}

export async function markTransferLate(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.update(policeTransfer).set({ overdueToldAt: at }).where(eq(policeTransfer.id, id))
}

export function transferViewOf(row: TransferRow): TransferView {
  const { facts, dueAt, overdueToldAt, incidentId, ...shown } = row
  const due = transferDue(row)
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    ...shown,
    decidedAt: iso(row.decidedAt),
    handedOverAt: iso(row.handedOverAt),
    repliedAt: iso(row.repliedAt),
    objectedAt: iso(row.objectedAt),
    startedAt: row.startedAt.toISOString(),
    due: due && { what: due.what, dueAt: due.dueAt.toISOString() },
  }
}
