import type { ReadReport, ReportListView, ReportView } from '#contracts/report.ts'
import { type Actor, may } from '#domain/permission.ts'
import type { DailyFigures, NamedIncident } from '#domain/report/daily-figures.ts'
import { unitDays } from '#domain/report/zero-report.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { type DailyReportRow, listReports, reportsOfDay } from '#store/daily-reports.ts'
import { saidOf, zeroReportsOfDay } from '#store/zero-reports.ts'
import type { Context } from './context.ts'
import { readUnitDay } from './read-unit-day.ts'

/** A year of days. */
const listMax = 370

/** Every report, newest first, and what the reader's own unit still has to say of its day. */
export async function readReports(context: Context): Promise<Result<ReportListView>> {
  const allowed = may(context.actor, 'see_reports')
  if (!allowed.ok) return allowed
  const [rows, own] = await Promise.all([listReports(context.db, listMax), readUnitDay(context)])
  return ok({
    own,
    reports: rows.map(({ day, edition, madeAt, figures, units, headSeq, headHash }) => ({
      ...{ day, edition, madeAt: madeAt.toISOString() },
      opened: figures.opened.total,
      open: figures.open.total,
      missing: units.filter(({ state }) => state === 'missing').map(({ agency }) => agency),
      head: { seq: headSeq, hash: headHash },
    })),
  })
}

/**
 * One edition of a day's report, the last one where none is named; incidents the reader may not see stay counted and
 * unnamed. Refusals: role_may_not, no_such_report.
 */
export async function readReport(context: Context, asked: ReadReport): Promise<Result<ReportView>> {
  const { actor, db } = context
  const allowed = may(actor, 'see_reports')
  if (!allowed.ok) return allowed
  const rows = await reportsOfDay(db, asked.day)
  const row = asked.edition ? rows.find(({ edition }) => edition === asked.edition) : rows.at(-1)
  if (!row) return refusal('no_such_report', { day: asked.day })
  const said = (await zeroReportsOfDay(db, row.day)).filter(({ at }) => at > row.madeAt).map(saidOf)
  const units = row.units.map(({ agency }) => agency)
  return ok({
    ...viewOf(row),
    figures: asSeenBy(actor, row.figures),
    editions: rows.length,
    since: unitDays(units, said).filter(({ state }) => state !== 'missing'),
    mayCorrect: may(actor, 'correct_report').ok && actor.kind === 'person',
  })
}

function viewOf(row: DailyReportRow): Omit<ReportView, 'editions' | 'since' | 'mayCorrect'> {
  const { day, edition, season, digest, figures, units, reason, by } = row
  return {
    ...{ day, edition, season, digest, figures, units, reason, by },
    madeAt: row.madeAt.toISOString(),
    fromAt: row.fromAt.toISOString(),
    untilAt: row.untilAt.toISOString(),
    head: { seq: row.headSeq, hash: row.headHash, at: row.headAt?.toISOString() ?? null },
  }
}

/** Outside an incident's route only counts are visible. */
function asSeenBy(actor: Actor, figures: DailyFigures): DailyFigures {
  const sees = ({ route }: NamedIncident) => may(actor, 'see_incident', { route }).ok
  const { overdue, supervised, longest } = figures
  return {
    ...figures,
    overdue: {
      steps: { ...overdue.steps, lines: overdue.steps.lines.filter(sees) },
      tasks: { ...overdue.tasks, lines: overdue.tasks.lines.filter(sees) },
    },
    supervised: { ...supervised, lines: supervised.lines.filter(sees) },
    longest: longest && !sees(longest) ? { ...longest, incidentId: '', number: '', headline: '' } : longest,
  }
}
