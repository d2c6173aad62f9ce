import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { legalAid, proceeding } from './tables/proceeding.ts'

export type ProceedingRow = typeof proceeding.$inferSelect
export type LegalAidRow = typeof legalAid.$inferSelect

/** Those of an incident and of all that were merged into it. */
export async function proceedingsOf(db: Queryable, incidentId: string): Promise<ProceedingRow[]> {
  return db
    .select()
    .from(proceeding)
    .where(sql`${proceeding.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(asc(proceeding.at), asc(proceeding.id))
}

export async function findProceeding(db: Queryable, id: string): Promise<ProceedingRow | null> {
  const [row] = await db.select().from(proceeding).where(eq(proceeding.id, id))
  return row ?? null
}

export async function insertProceeding(tx: Transaction, row: ProceedingRow): Promise<void> {
  await tx.insert(proceeding).values(row)
}

/** Writes the dates where nobody has written since `version`. @returns false where somebody has. */
export async function saveProceedingDates(
  tx: Transaction,
  { id, dates, dueOn, version }: Pick<ProceedingRow, 'id' | 'dates' | 'dueOn' | 'version'>,
): Promise<boolean> {
  const changed = await tx
    .update(proceeding)
    .set({ dates, dueOn, version: version + 1 })
    .where(and(eq(proceeding.id, id), eq(proceeding.version, version)))
    .returning({ id: proceeding.id })
  return changed.length > 0
}

/** Proceedings whose limit ran out before `today` and was not told of; another sweeper skips them. */
export async function lockLateProceedings(
  tx: Transaction,
  today: string,
  limit: number,
): Promise<ProceedingRow[]> {
  return tx
    .select()
    .from(proceeding)
    .where(lt(proceeding.dueOn, today))
    .orderBy(asc(proceeding.dueOn))
    .limit(limit)
    .for('update', { skipLocked: true })
}

/** Its lateness was told; `dueOn` is the limit that runs out next. */
export async function markProceedingTold(
  tx: Transaction,
  { id, dueOn }: Pick<ProceedingRow, 'id' | 'dueOn'>,
): Promise<void> {
  await tx.update(proceeding).set({ dueOn }).where(eq(proceeding.id, id))
}

/** Those of an incident and of all that were merged into it. */
export async function legalAidOf(db: Queryable, incidentId: string): Promise<LegalAidRow[]> {
  return db
    .select()
    .from(legalAid)
    .where(sql`${legalAid.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(asc(legalAid.referredOn), asc(legalAid.id))
}

export async function insertLegalAid(tx: Transaction, row: LegalAidRow): Promise<void> {
  await tx.insert(legalAid).values(row)
}

export async function saveLegalAidAccepted(tx: Transaction, id: string, acceptedOn: string): Promise<void> {
  await tx.update(legalAid).set({ acceptedOn }).where(eq(legalAid.id, id))
}
