import { seasonOn } from '#domain/clock/season.ts'
import { hourOn } from '#domain/report/report-day.ts'
import type { Queryable } from '#store/database.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { reportHours, reportingUnits } from '#store/report-hours.ts'
import { logBegan } from '#store/report-log.ts'

/** Who must report a day: in a joint-office season every unit, on holidays too; outside of it nobody. */
export async function askedUnits(db: Queryable, day: string): Promise<readonly string[]> {
  const inSeason = seasonOn(hourOn(day, reportHours().closesAt), incidentRules().seasons) !== null
  return inSeason && (await wasAtWork(db, day)) ? reportingUnits : []
}

/** A house that was opened after a day's close has nothing to say of that day. */
export async function wasAtWork(db: Queryable, day: string): Promise<boolean> {
  const began = await logBegan(db)
  return began !== null && began <= hourOn(day, reportHours().closesAt)
}
