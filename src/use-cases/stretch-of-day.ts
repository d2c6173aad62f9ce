import type { ChainHead } from '#domain/audit/chain.ts'
import { dayBefore, hourOn } from '#domain/report/report-day.ts'
import { reportBefore, reportsOfDay } from '#store/daily-reports.ts'
import type { Queryable } from '#store/database.ts'
import { reportHours } from '#store/report-hours.ts'
import { seqAt } from '#store/report-log.ts'

/** What one day's report tells of: the log from where the report before ended. */
export type Stretch = { fromSeq: number; fromAt: Date; untilSeq: number; untilAt: Date }

/** The stretch of a day that is not closed yet ends at the head as it is now; that of a reported day stays as it was. */
export async function stretchOfDay(
  db: Queryable,
  day: string,
  { head, now }: { head: ChainHead; now: Date },
): Promise<Stretch & { editions: number }> {
  const made = await reportsOfDay(db, day)
  const [first] = made
  if (first) {
    const { fromSeq, fromAt, untilSeq, untilAt } = first
    return { fromSeq, fromAt, untilSeq, untilAt, editions: made.length }
  }
  const before = await reportBefore(db, day)
  const fromAt = before?.untilAt ?? hourOn(dayBefore(day), reportHours().closesAt)
  const fromSeq = before?.untilSeq ?? (await seqAt(db, fromAt))
  return { fromSeq, fromAt, untilSeq: head.seq, untilAt: now, editions: 0 }
}
