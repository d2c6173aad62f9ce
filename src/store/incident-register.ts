import { and, arrayContains, eq, gte, ilike, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { type RegisterCountsView, type RegisterFilters, registerStates } from '#contracts/register.ts'
import { gradeView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { isTerritory } from './agencies.ts'
import { anyOf } from './any-of.ts'
import type { Queryable } from './database.ts'
import { codesNamed } from './gazetteer.ts'
import { type FullIncident, withParts } from './incidents.ts'
import type { PageCursor } from './page-cursor.ts'
import { alert } from './tables/alert.ts'
import { event } from './tables/event.ts'
import { incident } from './tables/incident.ts'
import { incidentStep } from './tables/step.ts'

export type RegisterWanted = {
  filters: RegisterFilters
  /** Keys that must all be on the route; null where nothing is visible. */
  onRoute: string[] | null
  now: Date
}

export type RegisteredIncident = { incident: FullIncident; changedAt: Date }

/** Incidents, the latest by opening or change first; one more than `limit` when there is a next page. */
export async function registerPage(
  db: Queryable,
  wanted: RegisterWanted,
  { behind, limit }: { behind: PageCursor | null; limit: number },
): Promise<RegisteredIncident[]> {
  const by =
    wanted.filters.sort === 'changed' ? sql`coalesce(change.at, ${incident.openedAt})` : incident.openedAt
  const after =
    behind && sql`(${by}, ${incident.id}) < (${behind.at.toISOString()}::timestamptz, ${behind.id}::uuid)`
  const ids = await db.execute<{ id: string }>(sql`
    select ${incident.id} as id from ${incident}
    ${wanted.filters.sort === 'changed' ? lastChangeOf : sql``}
    where ${and(visible(wanted), ...Object.values(partsOf(wanted)), after ?? undefined)}
    order by ${by} desc, ${incident.id} desc limit ${limit + 1}`)
  return registered(
    db,
    ids.map(({ id }) => id),
  )
}

/** How many each choice would show, and how many there are that the reader may not see. */
export async function registerCounts(db: Queryable, wanted: RegisterWanted): Promise<RegisterCountsView> {
  const parts = partsOf(wanted)
  const sees = visible(wanted)
  const beside = (left: Part) =>
    and(...Object.entries(parts).flatMap(([name, part]) => (name === left ? [] : [part])))
  const choices: [string, SQL | undefined][] = [
    ['shown', and(sees, ...Object.values(parts))],
    ['elsewhere', and(sql`not (${sees})`, ...Object.values(parts))],
    ['overdue', and(sees, beside('overdue'), overdueAt(wanted.now))],
    ...registerStates.map((one): [string, SQL | undefined] => [one, and(sees, beside('state'), states[one])]),
    ...gradeView.options.map((one): [string, SQL | undefined] => [
      one,
      and(sees, beside('grade'), eq(incident.grade, one)),
    ]),
  ]
  const columns = choices.map(
    ([name, where]) => sql`(count(*) filter (where ${where ?? sql`true`}))::int as ${sql.identifier(name)}`,
  )
  const [figures = {}] = await db.execute<Record<string, number>>(
    sql`select ${sql.join(columns, sql`, `)} from ${incident}`,
  )
  const of = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, figures[name] ?? 0]))
  const [onRoute, kind, unaccepted] = await Promise.all([
    counted(db, sql`unnest(${incident.route}) as choice(key)`, and(sees, beside('territory'))),
    counted(
      db,
      sql`(select distinct jsonb_array_elements(${incident.routeEntries}) ->> 'kind') as choice(key)`,
      and(sees, beside('kind')),
    ),
    counted(
      db,
      sql`(select ${alert.agency} from ${alert} where ${alert.incidentId} = ${incident.id} and ${owedAlert}) as choice(key)`,
      and(sees, beside('unaccepted')),
    ),
  ])
  const { shown = 0, elsewhere = 0, overdue = 0 } = figures
  const [state, grade] = [of(registerStates), of(gradeView.options)]
  const places = Object.fromEntries(Object.entries(onRoute).filter(([key]) => isTerritory(key)))
  return { shown, elsewhere, overdue, state, grade, territory: places, kind, unaccepted }
}

type Part = 'state' | 'grade' | 'territory' | 'kind' | 'unaccepted' | 'overdue' | 'from' | 'to' | 'words'

const states = {
  open: eq(incident.state, 'open'),
  closed: and(eq(incident.state, 'closed'), isNull(incident.mergedInto)),
  merged: sql`${incident.mergedInto} is not null`,
}

const owedAlert = sql`${alert.state} = 'unaccepted' and ${alert.endedAt} is null`

/** Reading and paging are told in the log too, and change nothing about an incident. */
const lastChangeOf = sql`left join lateral (
  select ${event.at} as at from ${event}
  where ${event.incidentId} = ${incident.id}
    and ${event.name} not in ('text.read', 'message.handed', 'message.failed')
  order by ${event.id} desc limit 1) change on true`

function visible({ onRoute }: RegisterWanted): SQL {
  if (onRoute === null) return sql`false`
  return onRoute.length > 0 ? arrayContains(incident.route, onRoute) : sql`true`
}

function partsOf({ filters, now }: RegisterWanted): Partial<Record<Part, SQL>> {
  const { state, grade, territory, kind, unaccepted, overdue, from, to, words } = filters
  const parts: Partial<Record<Part, SQL | undefined>> = {
    state: state ? states[state] : undefined,
    grade: grade ? eq(incident.grade, grade) : undefined,
    territory: territory ? arrayContains(incident.route, [territory]) : undefined,
    kind: kind ? sql`${incident.routeEntries} @> ${JSON.stringify([{ kind }])}::jsonb` : undefined,
    unaccepted: unaccepted
      ? sql`${incident.id} in (select ${alert.incidentId} from ${alert}
        where ${alert.agency} = ${unaccepted} and ${owedAlert})`
      : undefined,
    overdue: overdue ? overdueAt(now) : undefined,
    from: from ? gte(incident.openedDay, from) : undefined,
    to: to ? lte(incident.openedDay, to) : undefined,
    words: words ? and(...words.normalize('NFKC').split(/\s+/).filter(Boolean).map(tells)) : undefined,
  }
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part))
}

/** A step or an acceptance is past its time; what is closed owes nothing but its final report. */
function overdueAt(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`
  const late = sql`${incidentStep.doneAt} is null and ${incidentStep.pausedAt} is null and ${incidentStep.dueAt} < ${at}`
  const ofSteps = sql`${incident.id} in (select ${incidentStep.incidentId} from ${incidentStep} where ${late}`
  return sql`((${incident.state} = 'open' and ${ofSteps}))
    or ${ofSteps} and ${incidentStep.step} = 'final_report')
    or ${incident.id} in (select ${alert.incidentId} from ${alert} where ${owedAlert} and ${alert.dueAt} < ${at}))`
}

function tells(word: string): SQL | undefined {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const codes = codesNamed(word)
  const [, month, day, count] = /^(\d\d)(\d\d)(?:-(\d{1,6}))?$/.exec(word) ?? []
  const numbered =
    month &&
    and(
      sql`to_char(${incident.openedDay}, 'MMDD') = ${month + day}`,
      count ? eq(incident.dayCount, Number(count)) : undefined,
    )
  return or(
    ilike(incident.employer, like),
    ilike(incident.project, like),
    ilike(incident.headline, like),
    codes.length > 0 ? inArray(incident.placeCode, codes) : undefined,
    numbered || undefined,
  )
}

async function counted(db: Queryable, choices: SQL, where: SQL | undefined): Promise<Record<string, number>> {
  const rows = await db.execute<{ key: string | null; count: number }>(
    sql`select choice.key, count(*)::int as count from ${incident} cross join lateral ${choices}
        where ${where ?? sql`true`} group by choice.key`,
  )
  return Object.fromEntries(rows.flatMap(({ key, count }) => (key === null ? [] : [[key, count]])))
}

/** The same incidents in the same order, each with the instant of its last change. */
async function registered(db: Queryable, ids: string[]): Promise<RegisteredIncident[]> {
  if (ids.length === 0) return []
  const rows = await db.select().from(incident).where(anyOf(incident.id, ids))
  const full = new Map((await withParts(db, rows as Incident[])).map((one) => [one.id, one]))
  const changes = await db.execute<{ id: string; at: string | null }>(
    sql`select ${incident.id} as id, change.at from ${incident} ${lastChangeOf} where ${anyOf(incident.id, ids)}`,
  )
  const changed = new Map(changes.map(({ id, at }) => [id, at]))
  return ids.flatMap((id) => {
    const one = full.get(id)
    const at = changed.get(id)
    return one ? [{ incident: one, changedAt: at ? new Date(at) : one.openedAt }] : []
  })
}
