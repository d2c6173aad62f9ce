import { and, asc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { routeSubjectOf } from '#domain/incident/route-subject.ts'
import type { FoundForReport, ReportedIncident } from '#domain/report/found-for-report.ts'
import { sourceStateOf } from '#domain/source/source-state.ts'
import { isTerritory } from './agencies.ts'
import type { Queryable } from './database.ts'
import { placeOf } from './gazetteer.ts'
import { numberOf } from './incident-view.ts'
import type { LedgerLine } from './ledger.ts'
import { happenedIn, type LogStretch, postsIn } from './report-log.ts'
import { listSources } from './sources.ts'
import { alert } from './tables/alert.ts'
import { supervision } from './tables/handling.ts'
import { incident } from './tables/incident.ts'
import { ledgerEntry } from './tables/ledger.ts'
import { incidentStep } from './tables/step.ts'
import { task } from './tables/task.ts'
import { reply } from './tables/track.ts'
import { policeTransfer } from './tables/transfer.ts'

/** Everything a daily report is made of; call it inside one snapshot, so that log and tables are of one moment. */
export async function factsForReport(db: Queryable, stretch: LogStretch, now: Date): Promise<FoundForReport> {
  const happened = await happenedIn(db, stretch)
  const incidents = await incidentsFor(db, [
    ...new Set(happened.flatMap(({ incidentId }) => incidentId ?? [])),
  ])
  const ledger = await ledgersOf(
    db,
    incidents.map(({ id }) => id),
  )
  return {
    ...{ at: now, incidents, happened, ledger },
    posts: await postsIn(db, stretch),
    unaccepted: await unacceptedAlerts(db),
    steps: await lateSteps(db, now),
    tasks: await lateTasks(db, now),
    supervisions: await runningSupervisions(db),
    transfers: await runningTransfers(db),
    sources: await sourcesNow(db, now),
  }
}

/** Sources that are silent at a moment. */
export async function sourcesNow(db: Queryable, now: Date): Promise<FoundForReport['sources']> {
  const all = await listSources(db)
  const stateOf = (row: (typeof all)[number]) =>
    sourceStateOf({ ...row, paceSeconds: row.polling?.pace?.seconds ?? null }, now)
  const silent = all.filter((row) => ['silent', 'failed'].includes(stateOf(row)))
  return {
    total: all.length,
    silent: silent.map(({ name, fellSilentAt, lastSuccessAt }) => ({
      name,
      since: fellSilentAt ?? lastSuccessAt,
    })),
  }
}

async function incidentsFor(db: Queryable, told: string[]): Promise<ReportedIncident[]> {
  const rows = await db
    .select()
    .from(incident)
    .where(
      and(isNull(incident.mergedInto), or(eq(incident.state, 'open'), inArray(incident.id, [...told, none]))),
    )
    .orderBy(asc(incident.openedAt), asc(incident.id))
  const answered = new Set(
    (
      await db
        .selectDistinct({ id: reply.incidentId })
        .from(reply)
        .where(inArray(reply.state, ['published', 'answered']))
    ).map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, headline, route, grade, state, danger, dangerOver, online } = row
    const facts = { ...row, danger: dangerOver ? [] : danger }
    const { sector, signs } = routeSubjectOf(facts, { online, text: '' }, [])
    return {
      ...{ id, headline, route, grade, sector },
      number: numberOf(row),
      territories: route.filter(isTerritory),
      territory: placeOf(row.placeCode)?.territory ?? null,
      signs: [...signs],
      open: state === 'open',
      answered: answered.has(id),
    }
  })
}

/** No incident has it; an empty list cannot be asked for. */
const none = '00000000-0000-0000-0000-000000000000'
const ofOpen = (incidentId: AnyPgColumn) =>
  sql`exists (select from ${incident} i where i.id = ${incidentId} and i.state = 'open')`

async function ledgersOf(db: Queryable, ids: string[]): Promise<Map<string, LedgerLine[]>> {
  const rows = await db
    .select()
    .from(ledgerEntry)
    .where(inArray(ledgerEntry.incidentId, [...ids, none]))
    .orderBy(asc(ledgerEntry.seq))
  const ledgers = new Map<string, LedgerLine[]>()
  for (const row of rows) {
    const held = ledgers.get(row.incidentId)
    if (held) held.push(row)
    else ledgers.set(row.incidentId, [row])
  }
  return ledgers
}

async function unacceptedAlerts(db: Queryable): Promise<FoundForReport['unaccepted']> {
  const rows = await db
    .select({
      incidentId: alert.incidentId,
      agency: alert.agency,
      raisedAt: alert.raisedAt,
      lapse: alert.lapse,
    })
    .from(alert)
    .where(and(eq(alert.state, 'unaccepted'), isNull(alert.endedAt), ofOpen(alert.incidentId)))
    .orderBy(asc(alert.raisedAt), asc(alert.id))
  return rows.map(({ incidentId, agency, raisedAt, lapse }) => ({
    ...{ incidentId, agency },
    since: lapse ? new Date(lapse.at) : raisedAt,
  }))
}

async function lateSteps(db: Queryable, now: Date): Promise<FoundForReport['steps']> {
  return db
    .select({ incidentId: incidentStep.incidentId, step: incidentStep.step, dueAt: incidentStep.dueAt })
    .from(incidentStep)
    .innerJoin(incident, eq(incident.id, incidentStep.incidentId))
    .where(
      and(
        ...[isNull(incidentStep.doneAt), isNull(incidentStep.pausedAt), lt(incidentStep.dueAt, now)],
        isNull(incident.mergedInto),
        or(eq(incident.state, 'open'), eq(incidentStep.step, 'final_report')),
      ),
    )
    .orderBy(asc(incidentStep.dueAt))
}

async function lateTasks(db: Queryable, now: Date): Promise<FoundForReport['tasks']> {
  const dueAt = sql<Date>`case ${task.state} when 'assigned' then ${task.signDueAt} else ${task.dueAt} end`
    .mapWith(task.dueAt)
    .as('due')
  return db
    .select({ incidentId: task.incidentId, agency: task.agency, kind: task.kind, dueAt })
    .from(task)
    .where(
      and(
        inArray(task.state, ['assigned', 'in_hand']),
        sql`case ${task.state} when 'assigned' then ${task.signDueAt} else ${task.dueAt} end < ${now.toISOString()}::timestamptz`,
        ofOpen(task.incidentId),
      ),
    )
    .orderBy(asc(dueAt))
}

async function runningSupervisions(db: Queryable): Promise<FoundForReport['supervisions']> {
  const rows = await db
    .select()
    .from(supervision)
    .where(inArray(supervision.state, ['open', 'replied', 'passed']))
    .orderBy(asc(supervision.year), asc(supervision.count))
  return rows.map(({ incidentId, unit, year, count, state, dueAt }) => ({
    ...{ incidentId, unit },
    order: year === null || count === null ? null : { year, count },
    // A reply that is being checked is owed by nobody.
    dueAt: state === 'open' ? dueAt : null,
  }))
}

async function runningTransfers(db: Queryable): Promise<FoundForReport['transfers']> {
  return db
    .select({ incidentId: policeTransfer.incidentId, dueAt: policeTransfer.dueAt })
    .from(policeTransfer)
    .where(and(ne(policeTransfer.state, 'ended'), ofOpen(policeTransfer.incidentId)))
}
