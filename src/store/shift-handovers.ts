import { and, desc, eq } from 'drizzle-orm'
import type { HandoverView } from '#contracts/roster.ts'
import type { ShiftHandover } from '#domain/roster/shift-handover.ts'
import type { Queryable, Transaction } from './database.ts'
import { shiftHandover } from './tables/roster.ts'

export type HandoverRow = typeof shiftHandover.$inferSelect

export async function insertHandover(tx: Transaction, one: ShiftHandover): Promise<void> {
  await tx.insert(shiftHandover).values(one)
}

/** Locks one hand-over; whoever decides it second waits here. */
export async function lockHandover(tx: Transaction, id: string): Promise<HandoverRow | null> {
  const [row] = await tx.select().from(shiftHandover).where(eq(shiftHandover.id, id)).for('update')
  return row ?? null
}

/** Locks the one that waits in an agency. */
export async function lockOpenHandover(tx: Transaction, agency: string): Promise<HandoverRow | null> {
  const [row] = await tx.select().from(shiftHandover).where(waiting(agency)).for('update')
  return row ?? null
}

export async function openHandover(db: Queryable, agency: string): Promise<HandoverRow | null> {
  const [row] = await db.select().from(shiftHandover).where(waiting(agency))
  return row ?? null
}

export async function handoverById(db: Queryable, id: string): Promise<HandoverRow | null> {
  const [row] = await db.select().from(shiftHandover).where(eq(shiftHandover.id, id))
  return row ?? null
}

export async function saveHandover(
  tx: Transaction,
  { id, ...changing }: ShiftHandover & Partial<Pick<HandoverRow, 'sheet'>>,
): Promise<void> {
  await tx.update(shiftHandover).set(changing).where(eq(shiftHandover.id, id))
}

/** Hand-overs of an agency that were signed, newest first. */
export async function signedHandovers(db: Queryable, agency: string, limit: number): Promise<HandoverRow[]> {
  return db
    .select()
    .from(shiftHandover)
    .where(and(eq(shiftHandover.agency, agency), eq(shiftHandover.state, 'signed')))
    .orderBy(desc(shiftHandover.decidedAt))
    .limit(limit)
}

export function handoverViewOf(one: ShiftHandover): HandoverView {
  const { id, agency, state, by, byId, to, toId, note, reason, version } = one
  return {
    ...{ id, agency, state, by, byId, to, toId, note, reason, version },
    shiftEndsAt: one.shiftEndsAt.toISOString(),
    offeredAt: one.offeredAt.toISOString(),
    decidedAt: one.decidedAt?.toISOString() ?? null,
  }
}

function waiting(agency: string) {
  return and(eq(shiftHandover.agency, agency), eq(shiftHandover.state, 'offered'))
}
