import { type SQL, sql } from 'drizzle-orm'
import type { AuditKind } from '#contracts/audit.ts'

/** Processes that must show a sign of life. */
const processes = ['workers', 'scheduler', 'notifier']

const number = sql`to_char(i.opened_day, 'MMDD') || '-' || lpad(i.day_count::text, 2, '0')`
/** A closed incident owes only its final report. */
const owing = sql`(i.state = 'open' or s.step = 'final_report')`

/**
 * For each kind of finding the rows that are due before an instant and not done, as (id, subject, incident_id, due_at).
 * Written again in plain SQL on purpose: what looks for due rows elsewhere may be the very thing that is broken.
 */
export const overdueRows: Record<AuditKind, (before: Date) => SQL> = {
  alert_not_escalated: (before) => sql`
    select a.id::text as id, ${number} || ' ' || a.agency as subject, a.incident_id, a.next_step_at as due_at
    from alert a join incident i on i.id = a.incident_id
    where a.next_step_at < ${iso(before)} and a.state = 'unaccepted' and a.ended_at is null and i.state = 'open'`,
  lease_not_lapsed: (before) => sql`
    select a.id::text as id, ${number} || ' ' || a.agency as subject, a.incident_id, a.lease_ends_at as due_at
    from alert a join incident i on i.id = a.incident_id
    where a.lease_ends_at < ${iso(before)} and a.state = 'accepted' and a.ended_at is null and i.state = 'open'`,
  snooze_not_ended: (before) => sql`
    select a.id::text as id, ${number} || ' ' || a.agency as subject, a.incident_id, a.snooze_ends_at as due_at
    from alert a join incident i on i.id = a.incident_id
    where a.snooze_ends_at < ${iso(before)} and a.state = 'unaccepted' and a.ended_at is null and i.state = 'open'`,
  step_not_missed: (before) => sql`
    select s.incident_id::text || '/' || s.step as id, ${number} || ' ' || s.step as subject, s.incident_id,
      s.next_step_at as due_at
    from incident_step s join incident i on i.id = s.incident_id
    where s.next_step_at < ${iso(before)} and s.done_at is null and s.paused_at is null and ${owing}`,
  pause_forgotten: (before) => sql`
    select s.incident_id::text || '/' || s.step as id, ${number} || ' ' || s.step as subject, s.incident_id,
      s.pause_review_at as due_at
    from incident_step s join incident i on i.id = s.incident_id
    where s.paused_at is not null and s.pause_review_at < ${iso(before)} and ${owing}`,
  post_waits: (before) => sql`
    select o.id::text as id, o.name as subject, null::uuid as incident_id,
      min(greatest(p.received_at, p.not_before)) as due_at
    from post p join source o on o.id = p.source_id
    where p.state = 'waiting' and p.received_at < ${iso(before)}
      and (p.not_before is null or p.not_before < ${iso(before)})
    group by o.id, o.name`,
  judgement_waits: (before) => sql`
    select 'all' as id, count(*)::text as subject, null::uuid as incident_id, min(settles_at) as due_at
    from label where settles_at < ${iso(before)} and carried_out_at is null
    having count(*) > 0`,
  source_not_polled: (before) => sql`
    select o.id::text as id, o.name as subject, null::uuid as incident_id,
      coalesce(o.next_poll_at, o.created_at) as due_at
    from source o
    where o.interval_seconds is not null and o.removed_at is null and o.paused_at is null
      and coalesce(o.next_poll_at, o.created_at) < ${iso(before)}`,
  page_not_delivered: (before) => sql`
    select 'page/' || p.id as id, p.occasion as subject, p.incident_id, p.next_try_at as due_at
    from page p where p.next_try_at < ${iso(before)} and p.state = 'open'
    union all
    select 'message/' || m.id, m.kind, p.incident_id, m.next_try_at
    from message m left join page p on p.id = m.page_id
    where m.kind <> 'webhook' and ${untaken(before)}`,
  webhook_not_delivered: (before) => sql`
    select m.id::text as id, coalesce(split_part(w.url, '/', 3), c.name, m.kind) as subject, null::uuid as incident_id,
      m.next_try_at as due_at
    from message m left join webhook w on w.id::text = m.payload->>'webhookId'
      left join channel c on c.id = m.channel_id
    where m.kind = 'webhook' and ${untaken(before)}`,
  log_not_read: (before) => sql`
    select c.reader as id, c.reader as subject, null::uuid as incident_id, e.at as due_at
    from log_cursor c
    cross join lateral (select at from event where id > c.event_id order by id limit 1) as e
    where e.at < ${iso(before)}`,
  release_waits: (before) => sql`
    select r.id::text as id, ${number} || ' ' || r.kind as subject, r.incident_id,
      case when r.state = 'waiting' then r.expires_at else r.sign_by end as due_at
    from release r join incident i on i.id = r.incident_id
    where (r.state = 'waiting' and r.expires_at < ${iso(before)})
      or (r.state = 'broken' and r.countersigned is null and r.unsigned_told_at is null
        and r.sign_by < ${iso(before)})`,
  duty_not_told: (before) => sql`
    select 'task/' || t.id as id, ${number} || ' task' as subject, t.incident_id, t.next_step_at as due_at
    from task t join incident i on i.id = t.incident_id where t.next_step_at < ${iso(before)}
    union all
    select 'supervision/' || v.id, ${number} || ' supervision', v.incident_id, v.next_step_at
    from supervision v join incident i on i.id = v.incident_id where v.next_step_at < ${iso(before)}
    union all
    select 'leader/' || l.id, ${number} || ' leader', l.incident_id, l.next_step_at
    from leader_in_charge l join incident i on i.id = l.incident_id where l.next_step_at < ${iso(before)}
    union all
    select 'transfer/' || f.id, ${number} || ' transfer', f.incident_id, f.due_at
    from police_transfer f join incident i on i.id = f.incident_id
    where f.due_at < ${iso(before)} and f.overdue_told_at is null and i.state = 'open'
    union all
    select 'proceeding/' || p.id, ${number} || ' proceeding', p.incident_id,
      ((p.due_on + 1)::timestamp at time zone 'Asia/Shanghai')
    from proceeding p join incident i on i.id = p.incident_id
    where p.due_on < (${iso(before)} at time zone 'Asia/Shanghai')::date`,
  instalment_not_told: (before) => sql`
    select p.id::text as id, ${number} || ' ' || p.next_due_on as subject, p.incident_id,
      ((p.next_due_on + 1)::timestamp at time zone 'Asia/Shanghai') as due_at
    from repayment_plan p join incident i on i.id = p.incident_id
    where p.next_due_on < (${iso(before)} at time zone 'Asia/Shanghai')::date and p.replaced_at is null`,
  calendar_not_followed: (before) => sql`
    select 'all' as id, v.version::text as subject, null::uuid as incident_id, v.at as due_at
    from calendar_version v
    where v.at < ${iso(before)} and (
      exists (select from incident_step s where s.calendar_version < v.version and s.done_at is null)
      or exists (select from task t where t.calendar_version < v.version and t.state not in ('done', 'withdrawn'))
      or exists (select from supervision d
        where d.calendar_version < v.version and d.state not in ('closed', 'dismissed')))`,
  grades_not_followed: (before) => sql`
    select 'all' as id, g.version::text as subject, null::uuid as incident_id, g.made_at as due_at
    from (select version, made_at from grade_edition order by version desc limit 1) as g
    where g.made_at < ${iso(before)}
      and not exists (select from regrading r where r.version = g.version and r.finished_at is not null)`,
  head_not_posted: (before) => sql`
    select h.id::text as id, h.seq::text as subject, null::uuid as incident_id, h.next_try_at as due_at
    from posted_head h where h.next_try_at < ${iso(before)}`,
  process_gone: (before) => sql`
    select n.name as id, n.name as subject, null::uuid as incident_id, coalesce(h.at, ${iso(before)}) as due_at
    from unnest(${sql.raw(`array['${processes.join("','")}']`)}) as n(name)
    left join heartbeat h on h.name = n.name
    where h.at is null or h.at < ${iso(before)}`,
}

/** A message `m` whose time has come and that nobody holds. */
function untaken(before: Date): SQL {
  return sql`m.state = 'waiting' and m.next_try_at < ${iso(before)}
    and (m.leased_until is null or m.leased_until < ${iso(before)})`
}

function iso(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`
}
