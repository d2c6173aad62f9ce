import type { PersonView } from '#contracts/views.ts'
import { seasonOn } from '#domain/clock/season.ts'
import { dailyFigures } from '#domain/report/daily-figures.ts'
import { hourOn, lastClosedDay } from '#domain/report/report-day.ts'
import { unitDays } from '#domain/report/zero-report.ts'
import { type DailyReportRow, hasReport, insertReport, reportDigest } from '#store/daily-reports.ts'
import { readLogHead } from '#store/event-chain.ts'
import { record } from '#store/event-log.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { factsForReport } from '#store/report-facts.ts'
import { reportHours } from '#store/report-hours.ts'
import { timeOfSeq } from '#store/report-log.ts'
import { saidOf, zeroReportsOfDay } from '#store/zero-reports.ts'
import { askedUnits, wasAtWork } from './asked-units.ts'
import type { Context } from './context.ts'
import { stretchOfDay } from './stretch-of-day.ts'

/** Makes the report of the day that closed last, once; @returns the day, or null when there is nothing to make. */
export async function makeDueReport(context: Context): Promise<string | null> {
  const { db, now } = context
  const day = lastClosedDay(now, reportHours())
  if ((await hasReport(db, day)) || !(await wasAtWork(db, day))) return null
  const made = await makeReport(context, day, { reason: null, by: null })
  return made && day
}

/**
 * Makes the next edition of a day's report. Log and tables are read in one snapshot, so that the printed head
 * belongs to exactly these figures. Null when somebody else has made this edition at the same moment.
 */
export async function makeReport(
  context: Context,
  day: string,
  why: { reason: string | null; by: PersonView | null },
): Promise<DailyReportRow | null> {
  const { db, now, newId } = context
  const written = await db.transaction(
    async (tx) => {
      const head = await readLogHead(tx)
      // A further edition tells of the same stretch of the log, or its events would be told twice.
      const { editions, ...stretch } = await stretchOfDay(tx, day, { head, now })
      const found = await factsForReport(tx, stretch, now)
      const said = (await zeroReportsOfDay(tx, day)).map(saidOf)
      return {
        ...{ id: newId(), day, edition: editions + 1, madeAt: now, ...stretch, ...why },
        ...{ headSeq: head.seq, headHash: head.hash, headAt: await timeOfSeq(tx, head.seq) },
        season: seasonOn(hourOn(day, reportHours().closesAt), incidentRules().seasons)?.key ?? null,
        figures: dailyFigures(found),
        units: unitDays(await askedUnits(tx, day), said),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  return keep(context, { ...written, digest: reportDigest(written) })
}

async function keep({ db }: Context, row: DailyReportRow): Promise<DailyReportRow | null> {
  const { day, edition, digest, headSeq, headHash, units, reason, by, madeAt } = row
  return db.transaction(async (tx) => {
    const kept = await insertReport(tx, row)
    if (!kept) return null
    const missing = units.filter(({ state }) => state === 'missing').map(({ agency }) => agency)
    const data = { day, edition, digest, head: { seq: headSeq, hash: headHash }, missing, reason, by }
    await record(tx, [{ name: 'report.made', data, incidentId: null, route: null }], {
      at: madeAt,
      actor: by,
    })
    return kept
  })
}
