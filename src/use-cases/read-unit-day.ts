import type { OwedReportView, UnitDayView } from '#contracts/report.ts'
import { may } from '#domain/permission.ts'
import { hourOn, zeroReportDay } from '#domain/report/report-day.ts'
import { unitCounts, unitDays } from '#domain/report/zero-report.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Queryable } from '#store/database.ts'
import { readLogHead } from '#store/event-chain.ts'
import { factsForReport } from '#store/report-facts.ts'
import { reportHours } from '#store/report-hours.ts'
import { saidOf, zeroReportsOfDay } from '#store/zero-reports.ts'
import { askedUnits } from './asked-units.ts'
import type { Context } from './context.ts'
import { stretchOfDay } from './stretch-of-day.ts'

/** The day of the reader's own unit, with the counts its duty officer confirms; null where none is asked for. */
export async function readUnitDay(context: Context): Promise<UnitDayView | null> {
  const { db, now } = context
  const own = await ownAskedDay(context)
  if (!own) return null
  const { counts, silentSources } = await db.transaction((tx) => countsOfUnit(tx, { ...own, now }), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  const [said] = unitDays([own.agency], (await zeroReportsOfDay(db, own.day)).map(saidOf))
  return {
    ...own,
    ...closing(own.day, now),
    ...{ counts, silentSources },
    said: said && said.state !== 'missing' ? said : null,
  }
}

/** Whether my agency still owes its report, for the desk: a cheap look, every minute or so. */
export async function readOwedReport(context: Context): Promise<Result<OwedReportView>> {
  const allowed = may(context.actor, 'see_reports')
  if (!allowed.ok) return allowed
  const own = await ownAskedDay(context)
  if (!own) return ok(null)
  const said = await zeroReportsOfDay(context.db, own.day)
  if (said.some(({ agency }) => agency === own.agency)) return ok(null)
  return ok({ day: own.day, ...closing(own.day, context.now) })
}

/** The counts of one unit and the sources that were silent meanwhile; call it inside one snapshot. */
export async function countsOfUnit(
  tx: Queryable,
  { day, agency, now }: { day: string; agency: string; now: Date },
) {
  const head = await readLogHead(tx)
  const found = await factsForReport(tx, await stretchOfDay(tx, day, { head, now }), now)
  return { counts: unitCounts(found, agency), silentSources: found.sources.silent.length }
}

async function ownAskedDay({ actor, db, now }: Context): Promise<{ day: string; agency: string } | null> {
  if (actor.kind !== 'person' || actor.agency === null) return null
  const { agency } = actor
  if (!may(actor, 'report_day', { agency }).ok) return null
  const day = zeroReportDay(now, reportHours())
  return (await askedUnits(db, day)).includes(agency) ? { day, agency } : null
}

function closing(day: string, now: Date) {
  const closesAt = hourOn(day, reportHours().closesAt)
  return { closesAt: closesAt.toISOString(), late: now >= closesAt }
}
