import { and, asc, desc, eq, lt } from 'drizzle-orm'
import { canonicalJson } from '#domain/audit/canonical-json.ts'
import type { ChainHead } from '#domain/audit/chain.ts'
import type { Queryable } from './database.ts'
import { sha256 } from './event-chain.ts'
import { dailyReport } from './tables/report.ts'

export type DailyReportRow = typeof dailyReport.$inferSelect

/** Null when this edition of the day was made by somebody else at the same moment. */
export async function insertReport(db: Queryable, row: DailyReportRow): Promise<DailyReportRow | null> {
  const [written] = await db.insert(dailyReport).values(row).onConflictDoNothing().returning()
  return written ?? null
}

/** Every edition of a day, the first one first. */
export async function reportsOfDay(db: Queryable, day: string): Promise<DailyReportRow[]> {
  return db.select().from(dailyReport).where(eq(dailyReport.day, day)).orderBy(asc(dailyReport.edition))
}

/** The first edition of the last day reported before this one: where it ends, the next one begins. */
export async function reportBefore(db: Queryable, day: string): Promise<DailyReportRow | null> {
  const [row] = await db
    .select()
    .from(dailyReport)
    .where(and(lt(dailyReport.day, day), eq(dailyReport.edition, 1)))
    .orderBy(desc(dailyReport.day))
    .limit(1)
  return row ?? null
}

export async function hasReport(db: Queryable, day: string): Promise<boolean> {
  return (await db.$count(dailyReport, eq(dailyReport.day, day))) > 0
}

/** Every edition, newest day first. */
export async function listReports(db: Queryable, limit: number): Promise<DailyReportRow[]> {
  return db.select().from(dailyReport).orderBy(desc(dailyReport.day), desc(dailyReport.edition)).limit(limit)
}

/** Every edition there is, whole. */
export async function allReports(db: Queryable): Promise<DailyReportRow[]> {
  return db.select().from(dailyReport).orderBy(asc(dailyReport.day), asc(dailyReport.edition))
}

/** A chain head as it was printed on a report. */
export type ReportedHead = ChainHead & { day: string; edition: number }

/** The head of every report that was ever made, by its place in the chain. */
export async function reportedHeads(db: Queryable): Promise<ReportedHead[]> {
  return db
    .select({
      seq: dailyReport.headSeq,
      hash: dailyReport.headHash,
      day: dailyReport.day,
      edition: dailyReport.edition,
    })
    .from(dailyReport)
    .orderBy(asc(dailyReport.headSeq), asc(dailyReport.edition))
}

/** SHA-256 over everything a report says; the row's own id and digest are no part of it. */
export function reportDigest(row: Omit<DailyReportRow, 'digest'>): string {
  const { day, edition, fromSeq, untilSeq, headSeq, headHash, season, figures, units, reason, by } = row
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return sha256(
    canonicalJson({
      ...{ day, edition, fromSeq, untilSeq, headSeq, headHash, season, figures, units, reason, by },
      ...{
        madeAt: iso(row.madeAt),
        fromAt: iso(row.fromAt),
        untilAt: iso(row.untilAt),
        headAt: iso(row.headAt),
      },
    }),
  )
}
