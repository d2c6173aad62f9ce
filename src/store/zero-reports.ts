import { asc, eq } from 'drizzle-orm'
import type { SaidZero } from '#domain/report/zero-report.ts'
import type { Queryable, Transaction } from './database.ts'
import { zeroReminder, zeroReport } from './tables/report.ts'

export type ZeroReportRow = typeof zeroReport.$inferSelect

export async function insertZeroReport(tx: Transaction, row: ZeroReportRow): Promise<void> {
  await tx.insert(zeroReport).values(row)
}

/** What the units have said of a day, in the order it was said. */
export async function zeroReportsOfDay(db: Queryable, day: string): Promise<ZeroReportRow[]> {
  return db.select().from(zeroReport).where(eq(zeroReport.day, day)).orderBy(asc(zeroReport.at))
}

/** The same row as a report carries it. */
export function saidOf(row: ZeroReportRow): SaidZero {
  const { agency, zero, late, counts, note, silentSources } = row
  return { agency, zero, late, counts, note, silentSources, at: row.at.toISOString(), post: row.by.post }
}

/** False when the units of this day were called on this level before. */
export async function insertReminder(
  tx: Transaction,
  row: typeof zeroReminder.$inferInsert,
): Promise<boolean> {
  const written = await tx
    .insert(zeroReminder)
    .values(row)
    .onConflictDoNothing()
    .returning({ day: zeroReminder.day })
  return written.length > 0
}
