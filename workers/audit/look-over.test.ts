import { desc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditKind } from '#contracts/audit.ts'
import { beat } from '#store/heartbeats.ts'
import { event } from '#store/tables/event.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { escalateAlerts } from '#use-cases/escalate-alerts.ts'
import { sweepClocks } from '#use-cases/sweep-clocks.ts'
import { lookOver } from './look-over.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  for (const name of ['workers', 'scheduler', 'notifier']) await beat(room.db, name, in_(3_600))
})
afterEach(() => room.drop())

const in_ = (seconds: number) => new Date(room.clock.now().getTime() + seconds * 1_000)
const later = (seconds: number) => ({ ...room.contextOf(), now: in_(seconds) })

/** What the log tells, newest first: kind and what it is about. */
async function told(name: 'audit.overdue' | 'audit.settled') {
  const rows = await room.db.select().from(event).where(eq(event.name, name)).orderBy(desc(event.id))
  return rows.map(({ data }) => (data as { finding: { kind: AuditKind; subject: string } }).finding)
}

describe('an auditor that looks over everything', () => {
  it('finds nothing while everything is done in time', async () => {
    expect(await lookOver(room.db, in_(0))).toEqual({ found: 0, settled: 0 })
    await escalateAlerts(later(901))
    expect(await lookOver(room.db, in_(901))).toEqual({ found: 0, settled: 0 })
  })

  it('notices within the minute that nobody escalates, tells it once, and tells when it is settled', async () => {
    // Grade Ⅲ: accepted within a quarter of an hour, else the next rung.
    expect((await lookOver(room.db, in_(900 + 30))).found).toBe(0)
    const { found } = await lookOver(room.db, in_(900 + 45))
    expect(found).toBeGreaterThan(2)
    expect((await told('audit.overdue')).map(({ kind }) => kind)).toContain('alert_not_escalated')
    expect(await lookOver(room.db, in_(900 + 60))).toEqual({ found: 0, settled: 0 })
    await escalateAlerts(later(900 + 70))
    expect(await lookOver(room.db, in_(900 + 75))).toEqual({ found: 0, settled: found })
    expect((await told('audit.settled')).map(({ subject }) => subject)).toContain('1123-01 zfw')
  })

  it('notices a clock that ran out and called nobody', async () => {
    await lookOver(room.db, in_(3_600 + 45))
    const clocks = (await told('audit.overdue')).filter(({ kind }) => kind === 'step_not_missed')
    expect(clocks.map(({ subject }) => subject).sort()).toEqual(['1123-01 on_site', '1123-01 phone_report'])
    await sweepClocks(later(3_700))
    await escalateAlerts(later(3_700))
    await lookOver(room.db, in_(3_701))
    expect((await told('audit.settled')).filter(({ kind }) => kind === 'step_not_missed')).toHaveLength(2)
  })

  it.each<[AuditKind, string]>([
    [
      'pause_forgotten',
      `update incident_step set paused_at = now(), pause_review_at = $now where step = 'on_site'`,
    ],
    ['lease_not_lapsed', `update alert set state = 'accepted', next_step_at = null, lease_ends_at = $now`],
    ['post_waits', `update post set state = 'waiting', received_at = $now`],
    ['source_not_polled', `update source set interval_seconds = 60, next_poll_at = $now`],
    ['snooze_not_ended', `update alert set next_step_at = null, snooze_ends_at = $now where agency = 'zfw'`],
    [
      'webhook_not_delivered',
      `insert into message (id, key, kind, payload, state, next_try_at, created_at)
        values (gen_random_uuid(), 'one', 'webhook', '{}', 'waiting', $now, now())`,
    ],
    [
      'page_not_delivered',
      `insert into message (id, key, kind, payload, state, next_try_at, created_at)
        values (gen_random_uuid(), 'two', 'sms', '{}', 'waiting', $now, now())`,
    ],
    [
      'log_not_read',
      `insert into log_cursor (reader, event_id) values ('notifier', 0) on conflict (reader) do update set event_id = 0`,
    ],
    [
      'release_waits',
      `insert into release (id, incident_id, kind, payload, state, asked, expires_at)
        select gen_random_uuid(), id, 'merge', '{}', 'waiting', '{}', $now from incident`,
    ],
    [
      'head_not_posted',
      `insert into posted_head (id, seq, hash, taken_at, next_try_at) values (gen_random_uuid(), 1, 'aa', now(), $now)`,
    ],
    ['grades_not_followed', `insert into grade_edition (made_at, why, rules) values ($now, '从严', '{}')`],
    [
      'calendar_not_followed',
      `with turned as (insert into calendar_version (id, version, fingerprint, at) values (1, 9, 'aa', $now)
          on conflict (id) do update set version = 9, at = $now)
        update incident_step set calendar_version = 8 where step = 'paid_or_planned'`,
    ],
    ['process_gone', `update heartbeat set at = $now where name = 'scheduler'`],
  ])('notices %s', async (kind, breakIt) => {
    await room.db.execute(sql.raw(breakIt.replaceAll('$now', `'${in_(0).toISOString()}'`)))
    expect((await lookOver(room.db, in_(30))).found).toBe(0)
    await lookOver(room.db, in_(45))
    expect(new Set((await told('audit.overdue')).map((finding) => finding.kind))).toEqual(new Set([kind]))
  })

  it('notices an instalment of yesterday that nobody told of, a minute after midnight in Jiaxing', async () => {
    await room.db.execute(sql`
      insert into repayment_plan
        (id, incident_id, signed_on, enforceable, instalments, paid_before_fen, at, by, next_due_on)
      select gen_random_uuid(), id, '2026-11-20', false, '[]', 0, now(), '{}', '2026-11-23' from incident`)
    const kinds = async () => (await told('audit.overdue')).map(({ kind }) => kind)
    // 14:00 and ten hours.
    await lookOver(room.db, in_(10 * 3_600 + 30))
    expect(await kinds()).not.toContain('instalment_not_told')
    await lookOver(room.db, in_(10 * 3_600 + 45))
    expect(await kinds()).toContain('instalment_not_told')
  })

  it('misses a process that has never shown itself', async () => {
    await room.db.execute(sql`delete from heartbeat where name = 'notifier'`)
    await lookOver(room.db, in_(0))
    expect(await told('audit.overdue')).toMatchObject([{ kind: 'process_gone', subject: 'notifier' }])
  })

  it('goes on with the rest when one part cannot be asked', async () => {
    await room.db.execute(sql`alter table label rename to label_away`)
    await expect(lookOver(room.db, in_(3_645))).rejects.toThrow()
    expect((await told('audit.overdue')).map(({ kind }) => kind)).toContain('step_not_missed')
  })
})
