import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { mergedInto } from './handled-incident.ts'
import { ledgerEntry, repaymentPlan } from './tables/ledger.ts'

/** A line as read back, without the place it was given. */
export type LedgerLine = Omit<typeof ledgerEntry.$inferSelect, 'seq'>
export type PlanRow = typeof repaymentPlan.$inferSelect

/** What was written in an incident's own book, and the plan in force for it. */
export type BookRows = { incidentId: string; rows: LedgerLine[]; plan: PlanRow | null }

/** The book of an incident and those of all that were merged into it, its own first. */
export async function booksOf(db: Queryable, incidentId: string): Promise<BookRows[]> {
  const ids = [incidentId, ...(await mergedInto(db, incidentId)).map(({ id }) => id)]
  return Promise.all(
    ids.map(async (id) => {
      const [rows, plan] = await Promise.all([ledgerOf(db, id), planOf(db, id)])
      return { incidentId: id, rows, plan }
    }),
  )
}

/** All entries of an incident's own book in the order they were made. */
export async function ledgerOf(db: Queryable, incidentId: string): Promise<LedgerLine[]> {
  return db
    .select()
    .from(ledgerEntry)
    .where(eq(ledgerEntry.incidentId, incidentId))
    .orderBy(asc(ledgerEntry.seq))
}

export async function insertEntry(tx: Transaction, entry: LedgerLine): Promise<void> {
  await tx.insert(ledgerEntry).values(entry)
}

/** The plan in force for an incident's own book, or null. */
export async function planOf(db: Queryable, incidentId: string): Promise<PlanRow | null> {
  const [row] = await db
    .select()
    .from(repaymentPlan)
    .where(and(eq(repaymentPlan.incidentId, incidentId), isNull(repaymentPlan.replacedAt)))
  return row ?? null
}

/** Puts a plan in force; the one before is kept as replaced. */
export async function replacePlan(tx: Transaction, plan: PlanRow): Promise<void> {
  await tx
    .update(repaymentPlan)
    .set({ replacedAt: plan.at, nextDueOn: null })
    .where(and(eq(repaymentPlan.incidentId, plan.incidentId), isNull(repaymentPlan.replacedAt)))
  await tx.insert(repaymentPlan).values(plan)
}

export async function savePlanDue(
  tx: Transaction,
  { id, nextDueOn, missedOn }: Pick<PlanRow, 'id' | 'nextDueOn' | 'missedOn'>,
): Promise<void> {
  await tx.update(repaymentPlan).set({ nextDueOn, missedOn }).where(eq(repaymentPlan.id, id))
}

/** Plans with a part that fell due before `today` and was not told of; another sweeper skips them. */
export async function lockLatePlans(tx: Transaction, today: string, limit: number): Promise<PlanRow[]> {
  return tx
    .select()
    .from(repaymentPlan)
    .where(and(lt(repaymentPlan.nextDueOn, today), isNull(repaymentPlan.replacedAt)))
    .orderBy(asc(repaymentPlan.nextDueOn))
    .limit(limit)
    .for('update', { skipLocked: true })
}
