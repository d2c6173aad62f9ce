import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from './database.ts'

/** One writer at a time counts a year's documents, so that no number is given twice and none is left out. */
const locks = { task: 7_231_211, supervision: 7_231_212 } as const

/** The next number of the year: 交办〔2026〕12号 is { year: 2026, count: 12 }. Held until commit. */
export async function nextNumber(
  tx: Transaction,
  kind: keyof typeof locks,
  year: number,
): Promise<{ year: number; count: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(${locks[kind]})`)
  const last: SQL = sql`select coalesce(max(count), 0)::int as last from ${sql.identifier(kind)} where year = ${year}`
  const [row] = await tx.execute<{ last: number }>(last)
  return { year, count: (row?.last ?? 0) + 1 }
}
