import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import type { LeaderView } from '#contracts/handling.ts'
import type { PersonView } from '#contracts/views.ts'
import type { LeaderInCharge } from '#domain/leader/leader-in-charge.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { leaderInCharge, leaderNote } from './tables/handling.ts'

/** Another leader takes the case over: whoever had it is kept as replaced. */
export async function insertLeader(tx: Transaction, one: LeaderInCharge): Promise<void> {
  await tx
    .update(leaderInCharge)
    .set({ state: 'replaced', nextStepAt: null, version: sql`${leaderInCharge.version} + 1` })
    .where(and(eq(leaderInCharge.incidentId, one.incidentId), eq(leaderInCharge.state, 'in_charge')))
  await tx.insert(leaderInCharge).values(one)
}

export async function lockLeader(tx: Transaction, id: string): Promise<LeaderInCharge | null> {
  const [row] = await tx.select().from(leaderInCharge).where(eq(leaderInCharge.id, id)).for('update')
  return row ?? null
}

export async function saveLeader(tx: Transaction, { id, ...changing }: LeaderInCharge): Promise<void> {
  await tx.update(leaderInCharge).set(changing).where(eq(leaderInCharge.id, id))
}

/** Whoever is in charge, else whoever was last. */
export async function leaderOf(db: Queryable, incidentId: string): Promise<LeaderInCharge | null> {
  const [row] = await db
    .select()
    .from(leaderInCharge)
    .where(sql`${leaderInCharge.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(sql`${leaderInCharge.state} = 'in_charge' desc`, desc(leaderInCharge.since))
    .limit(1)
  return row ?? null
}

/** Every case some leader is in charge of, the nearest promise first. */
export async function leadersInCharge(db: Queryable, limit: number): Promise<LeaderInCharge[]> {
  return db
    .select()
    .from(leaderInCharge)
    .where(eq(leaderInCharge.state, 'in_charge'))
    .orderBy(asc(leaderInCharge.promisedAt))
    .limit(limit)
}

export async function lockDueLeaders(tx: Transaction, now: Date, limit: number): Promise<LeaderInCharge[]> {
  return tx
    .select()
    .from(leaderInCharge)
    .where(lte(leaderInCharge.nextStepAt, now))
    .orderBy(asc(leaderInCharge.nextStepAt))
    .limit(limit)
    .for('update', { skipLocked: true })
}

export type LeaderNote = { id: string; leaderId: string; at: Date; by: PersonView; note: string }

export async function insertLeaderNote(tx: Transaction, one: LeaderNote): Promise<void> {
  await tx.insert(leaderNote).values(one)
}

/** Newest first. */
export async function notesOfLeader(db: Queryable, leaderId: string): Promise<LeaderNote[]> {
  return db.select().from(leaderNote).where(eq(leaderNote.leaderId, leaderId)).orderBy(desc(leaderNote.at))
}

export function leaderViewOf(one: LeaderInCharge): LeaderView {
  const { nextStepAt, overdueTimes, ...shown } = one
  return {
    ...shown,
    since: one.since.toISOString(),
    promisedAt: one.promisedAt.toISOString(),
    noteDueAt: one.noteDueAt.toISOString(),
    checkedAt: one.checkedAt?.toISOString() ?? null,
  }
}
