import { and, asc, desc, eq, lt, lte, notExists, or, sql } from 'drizzle-orm'
import type { SupervisionView } from '#contracts/handling.ts'
import { workingDaysOf } from '#domain/clock/term.ts'
import { topLevel } from '#domain/escalation/overdue.ts'
import type { Incident } from '#domain/incident/incident.ts'
import {
  isOpenSupervision,
  type Supervision,
  type SupervisionLimits,
  supervisedGrades,
} from '#domain/supervision/supervision.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { alert } from './tables/alert.ts'
import { supervision } from './tables/handling.ts'
import { incident } from './tables/incident.ts'
import { incidentStep } from './tables/step.ts'
import { task } from './tables/task.ts'

/** False when the incident has one already, by whichever of two writers came first. */
export async function insertSupervision(tx: Transaction, one: Supervision): Promise<boolean> {
  const written = await tx
    .insert(supervision)
    .values(one)
    .onConflictDoNothing()
    .returning({ id: supervision.id })
  return written.length > 0
}

export async function lockSupervision(tx: Transaction, id: string): Promise<Supervision | null> {
  const [row] = await tx.select().from(supervision).where(eq(supervision.id, id)).for('update')
  return row ?? null
}

export async function findSupervision(db: Queryable, id: string): Promise<Supervision | null> {
  const [row] = await db.select().from(supervision).where(eq(supervision.id, id))
  return row ?? null
}

export async function saveSupervision(tx: Transaction, { id, ...changing }: Supervision): Promise<void> {
  await tx.update(supervision).set(changing).where(eq(supervision.id, id))
}

/** The supervised case of an incident: the one that runs, else the newest. */
export async function supervisionOf(db: Queryable, incidentId: string): Promise<Supervision | null> {
  const rows = await db
    .select()
    .from(supervision)
    .where(sql`${supervision.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(desc(supervision.proposedAt))
  return rows.find(isOpenSupervision) ?? rows.find(({ state }) => state === 'proposed') ?? rows[0] ?? null
}

/** Every supervised case, running ones first by their day, then the newest of the others. */
export async function listSupervisions(db: Queryable, limit: number): Promise<Supervision[]> {
  const ended = sql`${supervision.state} in ('closed', 'dismissed')`
  return db
    .select()
    .from(supervision)
    .orderBy(sql`${ended} asc`, sql`${supervision.dueAt} asc nulls last`, desc(supervision.proposedAt))
    .limit(limit)
}

export async function lockDueSupervisions(tx: Transaction, now: Date, limit: number): Promise<Supervision[]> {
  return tx
    .select()
    .from(supervision)
    .where(lte(supervision.nextStepAt, now))
    .orderBy(asc(supervision.nextStepAt))
    .limit(limit)
    .for('update', { skipLocked: true })
}

/** Locks running cases that were counted by an older calendar. */
export async function lockOutdatedSupervisions(
  tx: Transaction,
  version: number,
  limit: number,
): Promise<Supervision[]> {
  return tx
    .select()
    .from(supervision)
    .where(
      and(lt(supervision.calendarVersion, version), sql`${supervision.state} not in ('closed', 'dismissed')`),
    )
    .limit(limit)
    .for('update', { skipLocked: true })
}

export type Candidate = { incident: Incident; timesOverdue: number; ladderTop: boolean }

/** Open incidents that may call for supervision and have never been proposed; the rule names the reasons. */
export async function supervisionCandidates(
  tx: Transaction,
  { people, yuan, timesOverdue }: SupervisionLimits,
  limit: number,
): Promise<Candidate[]> {
  // Written out: in a selection drizzle leaves the table's name out, and `id` would be the task's own.
  const times = sql<number>`(
    (select coalesce(sum(t.overdue_times), 0) from ${task} t where t.incident_id = "incident"."id")
    + (select coalesce(sum(s.overdue_times), 0) from ${incidentStep} s where s.incident_id = "incident"."id"))::int`
  const top = sql<boolean>`(exists (select 1 from ${alert} a
      where a.incident_id = "incident"."id" and a.rung >= ${topLevel} and a.state <> 'accepted')
    or exists (select 1 from ${incidentStep} s
      where s.incident_id = "incident"."id" and s.rung >= ${topLevel} and s.done_at is null)
    or exists (select 1 from ${task} t where t.incident_id = "incident"."id" and t.overdue_level >= ${topLevel}))`
  const together = sql`cardinality(${incident.collective}) > 0`
  const known = tx
    .select({ id: supervision.id })
    .from(supervision)
    .where(eq(supervision.incidentId, incident.id))
  const rows = await tx
    .select({ incident, timesOverdue: times, ladderTop: top })
    .from(incident)
    .where(
      and(
        eq(incident.state, 'open'),
        notExists(known),
        or(
          sql`${incident.grade} in ${[...supervisedGrades]}`,
          sql`(${incident.workers}->>'min')::numeric >= ${people}`,
          and(together, sql`(${incident.amountYuan}->>'min')::numeric >= ${yuan}`),
          sql`${times} >= ${timesOverdue}`,
          top,
        ),
      ),
    )
    .orderBy(asc(incident.openedAt))
    .limit(limit)
  return rows as Candidate[]
}

export function supervisionViewOf(one: Supervision): SupervisionView {
  const { nextStepAt, overdueTimes, limit, sinceAt, calendarVersion, ...shown } = one
  return {
    ...shown,
    workingDays: workingDaysOf(limit),
    proposedAt: one.proposedAt.toISOString(),
    dueAt: one.dueAt?.toISOString() ?? null,
    openedAt: one.openedAt?.toISOString() ?? null,
    repliedAt: one.repliedAt?.toISOString() ?? null,
    reviewedAt: one.reviewedAt?.toISOString() ?? null,
    closedAt: one.closedAt?.toISOString() ?? null,
  }
}
