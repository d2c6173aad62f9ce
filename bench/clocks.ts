import { sql } from 'drizzle-orm'
import { openScenario } from '#testing/scenario.ts'
import { recountClocks } from '#use-cases/recount-clocks.ts'
import { sweepAlerts } from '#use-cases/sweep-alerts.ts'
import { sweepClocks } from '#use-cases/sweep-clocks.ts'
import { lookOver } from '../workers/audit/look-over.ts'
import { type Figure, share } from './table.ts'

/** Eight clocks and five alerts each: 50,000 of the one, 31,250 of the other. */
const incidents = 6_250
const dueAtOnce = 200
const rounds = 20

/** The sweeps that run every second, and the auditor's round, with 50,000 clocks pending. */
export async function clockParts(): Promise<Figure[]> {
  const room = await openScenario()
  try {
    const forum = await room.feed('论坛')
    await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
    await fill(room.db, (await room.onlyIncident()).id)
    const [rows] = await room.db.execute<{ pending: number }>(
      sql`select count(*)::int as pending from incident_step where next_step_at is not null`,
    )
    const idle = await series(() => sweepClocks(room.contextOf()))
    const busy = await series(
      () => sweepClocks(room.contextOf()),
      () => makeDue(room.db, room.clock.now()),
    )
    const alerts = await series(() => sweepAlerts(room.contextOf()))
    const recount = await series(() => recountClocks(room.contextOf()))
    const audit = await series(() => lookOver(room.db, room.clock.now()))
    const pending = `${rows?.pending ?? 0} pending`
    return [
      figure('sweep of clocks, nothing due, p95', share(idle, 0.95), 200, `${pending}, median ${ms(idle)}`),
      figure(
        `sweep of clocks, ${dueAtOnce} missed at once, p95`,
        share(busy, 0.95),
        200,
        `${pending}, with their events, median ${ms(busy)}`,
      ),
      figure('sweep of alerts, nothing due, p95', share(alerts, 0.95), 200, `median ${ms(alerts)}`),
      figure('look for clocks of an old calendar, p95', share(recount, 0.95), 200, `median ${ms(recount)}`),
      figure('one round of the auditor, p95', share(audit, 0.95), 1_000, `every 15 s, median ${ms(audit)}`),
    ]
  } finally {
    await room.drop()
  }
}

type Db = Awaited<ReturnType<typeof openScenario>>['db']

/** Copies one incident with its alerts and clocks until there are enough; all of them due later. */
async function fill(db: Db, id: string): Promise<void> {
  const copies = sql`generate_series(2, ${incidents}::int) as n`
  await db.execute(sql`
    with ids as (select n, gen_random_uuid() as id from ${copies}),
    made as (
      insert into incident select (jsonb_populate_record(i, jsonb_build_object('id', ids.id, 'day_count', ids.n))).*
      from incident i, ids where i.id = ${id} returning id),
    clocks as (
      insert into incident_step
      select (jsonb_populate_record(s, jsonb_build_object('incident_id', made.id))).*
      from incident_step s, made where s.incident_id = ${id})
    insert into alert
    select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'incident_id', made.id))).*
    from alert a, made where a.incident_id = ${id}`)
  await db.execute(sql`analyze`)
}

async function makeDue(db: Db, now: Date): Promise<void> {
  await db.execute(sql`
    update incident_step set next_step_at = ${now.toISOString()}, due_at = ${now.toISOString()}
    where ctid in (select ctid from incident_step where rung is null and step = 'on_site' limit ${dueAtOnce})`)
}

async function series(act: () => Promise<unknown>, before?: () => Promise<void>): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await before?.()
    const began = performance.now()
    await act()
    taken.push(performance.now() - began)
  }
  return taken
}

function figure(what: string, value: number, limit: number, note: string): Figure {
  return { what, value, unit: 'ms', limit, note }
}

function ms(taken: number[]): string {
  return `${share(taken, 0.5).toFixed(1)} ms`
}
