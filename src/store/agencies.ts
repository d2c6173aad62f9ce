import { asc, eq } from 'drizzle-orm'
import type { AgencyView } from '#contracts/views.ts'
import seed from '#seeds/agencies.json' with { type: 'json' }
import type { Queryable, Transaction } from './database.ts'
import { agency } from './tables/agency.ts'

/** Writes the agencies of the founding document; rows the office has edited stay as they are. */
export async function seedAgencies(db: Queryable): Promise<void> {
  const rows = seed.agencies.map((one, position) => ({ ...one, position }) as typeof agency.$inferInsert)
  await db.insert(agency).values(rows).onConflictDoNothing()
}

/** In the order they stand on every screen: first line, members, territories. */
export async function listAgencies(db: Queryable): Promise<AgencyView[]> {
  return db
    .select({
      key: agency.key,
      name: agency.name,
      short: agency.short,
      letter: agency.letter,
      kind: agency.kind,
      firstLine: agency.firstLine,
    })
    .from(agency)
    .orderBy(asc(agency.position))
}

/** One after another for what an agency may have only once. */
export async function lockAgency(tx: Transaction, key: string): Promise<void> {
  await tx.select({ key: agency.key }).from(agency).where(eq(agency.key, key)).for('no key update')
}

const territories = new Set(seed.agencies.filter(({ kind }) => kind === 'territory').map(({ key }) => key))

/** A county or zone, as against a unit of the city. */
export function isTerritory(agencyKey: string): boolean {
  return territories.has(agencyKey)
}
