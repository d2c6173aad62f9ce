import { sql } from 'drizzle-orm'
import type { Database } from '#store/database.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from '#use-cases/accept-alert.ts'
import { sweepAlerts } from '#use-cases/sweep-alerts.ts'
import { type Figure, share } from './table.ts'

const incidents = 20_000
const alertsEach = 5
/** A bad day's desk; the others are closed. */
const open = 300
const presses = 300
const reads = 60
const sweeps = 30
const pending = 50_000
const dueAtOnce = 500

/** Accepting, reading the desk and sweeping the ladders, with years of alerts in the same tables. */
export async function commandParts(): Promise<Figure[]> {
  const room = await openScenario(new Date().toISOString())
  try {
    const forum = await room.feed('本地论坛')
    await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
    await store(room.db)
    const stored = `${incidents} incidents, ${incidents * alertsEach} alerts stored, ${open} open`
    return [await deskReads(room, stored), await acceptances(room, stored), ...(await ladderSweeps(room))]
  } finally {
    await room.drop()
  }
}

async function deskReads(room: Scenario, stored: string): Promise<Figure> {
  const officer = room.officer('rsj')
  const series: number[] = []
  for (let at = 0; at < reads; at += 1) series.push(await timed(() => room.board(officer)))
  const note = `${stored}; median ${share(series, 0.5).toFixed(0)} ms`
  return { what: 'desk query, p95', value: share(series, 0.95), unit: 'ms', limit: 150, note }
}

/** Four officers at a time, as after a storm. */
async function acceptances(room: Scenario, stored: string): Promise<Figure> {
  const rows = await room.db.execute<{ id: string }>(sql`
    select alert.id from alert join incident on incident.id = incident_id
    where incident.state = 'open' and agency = 'rsj' and alert.state = 'unaccepted' limit ${presses}`)
  const officer = room.contextOf(room.officer('rsj'))
  const series: number[] = []
  const press = async ({ id }: { id: string }) => {
    const took = await timed(async () => {
      const answer = await acceptAlert(officer, { alertId: id })
      if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`)
    })
    series.push(took)
  }
  const queue = [...rows]
  const officers = Array.from({ length: 4 }, async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await press(next)
  })
  await Promise.all(officers)
  const note = `${stored}; ${series.length} presses, four at a time; median ${share(series, 0.5).toFixed(0)} ms`
  return { what: 'acknowledge, p95', value: share(series, 0.95), unit: 'ms', limit: 300, note }
}

async function ladderSweeps(room: Scenario): Promise<Figure[]> {
  const { db } = room
  await db.execute(sql`update incident set state = 'open' where id in
    (select id from incident order by id limit ${pending / alertsEach})`)
  await db.execute(sql`update alert set state = 'unaccepted', ended_at = null, lease_ends_at = null, rung = 0,
    next_step_at = now() + interval '1 hour' + random() * interval '1 day'
    where incident_id in (select id from incident where state = 'open')`)
  await db.execute(sql`analyze alert`)
  const [waiting] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from alert where next_step_at is not null`,
  )
  const idle: number[] = []
  for (let at = 0; at < sweeps; at += 1) idle.push(await timed(() => sweepAlerts(room.contextOf())))
  const busy: number[] = []
  for (let at = 0; at < 10; at += 1) {
    await db.execute(sql`update alert set next_step_at = now() - interval '1 day' where id in
      (select id from alert where next_step_at > now() and rung = 0 limit ${dueAtOnce})`)
    busy.push(await timed(() => sweepAlerts(room.contextOf())))
  }
  const of = `${waiting?.count} clocks pending`
  return [
    {
      what: 'escalation sweep, nothing due, p95',
      value: share(idle, 0.95),
      unit: 'ms',
      limit: 200,
      note: `${of}; median ${share(idle, 0.5).toFixed(1)} ms`,
    },
    {
      what: `escalation sweep, ${dueAtOnce} due at once, median`,
      value: share(busy, 0.5),
      unit: 'ms',
      limit: 200,
      note: `${of}; worst of ten ${share(busy, 1).toFixed(0)} ms; rows, events and their hashes written`,
    },
  ]
}

/** Copies the one incident with its alerts and clocks; most of the copies are over. */
async function store(db: Database): Promise<void> {
  const closed = sql`case when n > ${open} then 'closed' else 'open' end`
  await db.execute(sql`
    create table copied as select n, gen_random_uuid() as id from generate_series(2, ${incidents}) as n`)
  await copyRows(db, 'incident', { id: sql`copied.id`, day_count: sql`copied.n`, state: closed })
  await db.execute(sql`delete from alert where id in
    (select id from alert order by agency = any('{zfw,xcb,rsj}') desc, agency offset ${alertsEach})`)
  await copyRows(db, 'alert', {
    id: sql`gen_random_uuid()`,
    incident_id: sql`copied.id`,
    ended_at: sql`case when n > ${open} then now() end`,
    next_step_at: sql`case when n > ${open} then null else now() + interval '1 hour' end`,
  })
  await copyRows(db, 'incident_step', {
    incident_id: sql`copied.id`,
    next_step_at: sql`case when n > ${open} then null else t.next_step_at end`,
  })
  await db.execute(sql`analyze`)
}

/** Every row of a table once for each copy, with some columns of its own. */
async function copyRows(
  db: Database,
  table: string,
  own: Record<string, ReturnType<typeof sql>>,
): Promise<void> {
  const rows = await db.execute<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`)
  const names = rows.map(({ name }) => name)
  const list = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  )
  const values = sql.join(
    names.map((name) => own[name] ?? sql`t.${sql.identifier(name)}`),
    sql`, `,
  )
  await db.execute(sql`
    insert into ${sql.identifier(table)} (${list}) select ${values} from ${sql.identifier(table)} as t, copied`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
