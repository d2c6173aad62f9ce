import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Queryable, Transaction } from './database.ts'
import { incident } from './tables/incident.ts'
import { ledgerEntry, repaymentPlan } from './tables/ledger.ts'

/** A line as read back, without the place it was given. */
export type LedgerLine = Omit<typeof ledgerEntry.$inferSelect, 'seq'>
export type PlanRow = typeof repaymentPlan.$inferSelect

/** All entries of an incident in the order they were made. */
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

/** The plan in force, or null. */
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
export async function lockLatePlans(
  tx: Transaction,
  today: string,
  limit: number,
): Promise<{ plan: PlanRow; route: string[]; state: 'open' | 'closed' }[]> {
  return tx
    .select({ plan: repaymentPlan, route: incident.route, state: incident.state })
    .from(repaymentPlan)
    .innerJoin(incident, eq(incident.id, repaymentPlan.incidentId))
    .where(and(lt(repaymentPlan.nextDueOn, today), isNull(repaymentPlan.replacedAt)))
    .orderBy(asc(repaymentPlan.nextDueOn))
    .limit(limit)
    .for('update', { of: repaymentPlan, skipLocked: true })
}
