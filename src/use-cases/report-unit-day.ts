import type { ReportUnitDay } from '#contracts/report.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { hourOn, zeroReportDay } from '#domain/report/report-day.ts'
import { admitZeroReport } from '#domain/report/zero-report.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { reportHours } from '#store/report-hours.ts'
import { insertZeroReport } from '#store/zero-reports.ts'
import { askedUnits } from './asked-units.ts'
import { type Context, recordedActor } from './context.ts'
import { countsOfUnit } from './read-unit-day.ts'

/**
 * 零报告: a duty officer says what the own unit's day was – nothing, or the figures on the screen, perhaps with a note.
 * Said again it replaces what was said; both are kept.
 * Refusals: role_may_not, report_not_asked, figures_changed, not_nothing.
 */
export async function reportUnitDay(context: Context, asked: ReportUnitDay): Promise<Result<true>> {
  const { actor, db, now, newId } = context
  const by = recordedActor(context)
  const agency = actor.kind === 'person' ? actor.agency : null
  if (!by || agency === null) return refusal('role_may_not')
  const allowed = may(actor, 'report_day', { agency })
  if (!allowed.ok) return allowed
  const { day, zero, seen, note } = asked
  const open = day === zeroReportDay(now, reportHours()) && (await askedUnits(db, day)).includes(agency)
  if (!open) return refusal('report_not_asked', { day })
  const late = now >= hourOn(day, reportHours().closesAt)
  return db.transaction(async (tx) => {
    const { counts, silentSources } = await countsOfUnit(tx, { day, agency, now })
    const admitted = admitZeroReport({ zero, seen }, counts)
    if (!admitted.ok) return admitted
    const row = { id: newId(), day, agency, zero, counts, silentSources, late, at: now, by }
    await insertZeroReport(tx, { ...row, note: note ? maskPersonalData(note) : null })
    const data = { day, agency, zero, late, by }
    await record(tx, [{ name: 'zero_report.made', data, incidentId: null, route: null }], {
      at: now,
      actor: by,
    })
    return ok(true)
  })
}
