import { hourOn, reminderLevel, zeroReportDay } from '#domain/report/report-day.ts'
import { unitDays } from '#domain/report/zero-report.ts'
import { record } from '#store/event-log.ts'
import { reportHours } from '#store/report-hours.ts'
import { insertReminder, saidOf, zeroReportsOfDay } from '#store/zero-reports.ts'
import { askedUnits } from './asked-units.ts'
import type { Context } from './context.ts'

/**
 * Tells which units have not reported their day: once before the close, once after it. Nobody reports for them.
 * @returns the units that were called.
 */
export async function remindUnits({ db, now }: Context): Promise<string[]> {
  const day = zeroReportDay(now, reportHours())
  const level = reminderLevel(day, now, reportHours())
  const asked = level === null ? [] : await askedUnits(db, day)
  if (level === null || asked.length === 0) return []
  return db.transaction(async (tx) => {
    const days = unitDays(asked, (await zeroReportsOfDay(tx, day)).map(saidOf))
    const agencies = days.filter(({ state }) => state === 'missing').map(({ agency }) => agency)
    if (!(await insertReminder(tx, { day, level, agencies, at: now }))) return []
    if (agencies.length === 0) return []
    const data = { day, agencies, level, closesAt: hourOn(day, reportHours().closesAt).toISOString() }
    await record(tx, [{ name: 'zero_report.due', data, incidentId: null, route: null }], {
      at: now,
      actor: null,
    })
    return agencies
  })
}
