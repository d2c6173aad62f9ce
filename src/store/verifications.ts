import { asc, eq, sql } from 'drizzle-orm'
import type { VerificationView } from '#contracts/track.ts'
import type { Verification } from '#domain/verification/verification.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { factsVerification } from './tables/track.ts'

/** Writes a verification as the incident's next round; the caller holds the incident's lock. */
export async function insertVerification(
  tx: Transaction,
  one: Omit<Verification, 'round'>,
): Promise<Verification> {
  const { incidentId } = one
  const [last] = await tx
    .select({ round: sql<number>`coalesce(max(${factsVerification.round}), 0)::int` })
    .from(factsVerification)
    .where(eq(factsVerification.incidentId, incidentId))
  const row = { ...one, round: (last?.round ?? 0) + 1 }
  await tx.insert(factsVerification).values({
    ...row,
    causes: [...row.causes],
    comparisons: [...row.comparisons],
    evidence: [...row.evidence],
  })
  return row
}

/** Everything verified about an incident and those merged into it, in order; rounds are counted through. */
export async function verificationsOf(db: Queryable, incidentId: string): Promise<Verification[]> {
  const rows = await db
    .select()
    .from(factsVerification)
    .where(sql`${factsVerification.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(asc(factsVerification.at), asc(factsVerification.round))
  return rows.map((row, index) => ({ ...row, round: index + 1 }))
}

export function verificationViewOf({ incidentId, ...one }: Verification): VerificationView {
  return {
    ...one,
    causes: [...one.causes],
    comparisons: [...one.comparisons],
    evidence: [...one.evidence],
    nextTryAt: one.nextTryAt?.toISOString() ?? null,
    at: one.at.toISOString(),
  }
}
