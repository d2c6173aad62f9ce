import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { DesignationView } from '#contracts/track.ts'
import type { Designation, DesignationKind } from '#domain/designation/designation.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { designation } from './tables/track.ts'

export async function insertDesignation(tx: Transaction, one: Designation): Promise<void> {
  await tx.insert(designation).values(one)
}

export async function saveDesignation(
  tx: Transaction,
  { id, incidentId, ...one }: Designation,
): Promise<void> {
  await tx.update(designation).set(one).where(eq(designation.id, id))
}

export async function lockDesignation(tx: Transaction, id: string): Promise<Designation | null> {
  const [row] = await tx.select().from(designation).where(eq(designation.id, id)).for('update')
  return row ?? null
}

/** The word of this kind that was said and not taken back. */
export async function standingDesignation(
  db: Queryable,
  incidentId: string,
  kind: DesignationKind,
): Promise<Designation | null> {
  const [row] = await db
    .select()
    .from(designation)
    .where(
      and(
        eq(designation.incidentId, incidentId),
        eq(designation.kind, kind),
        ne(designation.state, 'withdrawn'),
      ),
    )
  return row ?? null
}

export async function designationsOf(db: Queryable, incidentId: string): Promise<Designation[]> {
  return db
    .select()
    .from(designation)
    .where(sql`${designation.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(asc(sql`${designation.first} ->> 'at'`))
}

export function designationViewOf({ incidentId, first, second, ...one }: Designation): DesignationView {
  return { ...one, first: wordOf(first), second: second && wordOf(second) }
}

function wordOf({ post, agency, name, evidence, at }: Designation['first']) {
  return { post, agency, name, evidence, at }
}
