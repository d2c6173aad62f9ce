import { and, asc, eq, lt, lte, notInArray, or, sql } from 'drizzle-orm'
import type { TaskView } from '#contracts/tasks.ts'
import { workingDaysOf } from '#domain/clock/term.ts'
import type { Task } from '#domain/task/task.ts'
import type { Queryable, Transaction } from './database.ts'
import { withMerged } from './handled-incident.ts'
import { task } from './tables/task.ts'

const closed = ['done', 'withdrawn'] as const

export async function insertTask(tx: Transaction, one: Task): Promise<void> {
  await tx.insert(task).values(one)
}

/** Locks one task; a second officer waits here until the first has committed. */
export async function lockTask(tx: Transaction, id: string): Promise<Task | null> {
  const [row] = await tx.select().from(task).where(eq(task.id, id)).for('update')
  return row ?? null
}

export async function findTask(db: Queryable, id: string): Promise<Task | null> {
  const [row] = await db.select().from(task).where(eq(task.id, id))
  return row ?? null
}

export async function saveTask(tx: Transaction, { id, ...changing }: Task): Promise<void> {
  await tx.update(task).set(changing).where(eq(task.id, id))
}

/** Every task of an incident, those of incidents merged into it among them, in the order they were assigned. */
export async function tasksOf(db: Queryable, incidentId: string): Promise<Task[]> {
  return db
    .select()
    .from(task)
    .where(sql`${task.incidentId} in ${withMerged(incidentId)}`)
    .orderBy(asc(task.assignedAt), asc(task.count))
}

/** Tasks the checklist of the grade names that nobody has finished: with one of them an incident cannot be closed. */
export async function openRequiredTasks(db: Queryable, incidentId: string): Promise<Task[]> {
  const tasks = await tasksOf(db, incidentId)
  return tasks.filter(({ required, state }) => required && state !== 'done' && state !== 'withdrawn')
}

/** What an agency has to sign or do, and what it assigned and has not seen to its end; the nearest first. */
export async function tasksOfAgency(db: Queryable, agency: string): Promise<Task[]> {
  const concerned = or(eq(task.agency, agency), sql`${task.assignedBy}->>'agency' = ${agency}`)
  return db
    .select()
    .from(task)
    .where(and(concerned, notInArray(task.state, [...closed])))
    .orderBy(asc(task.dueAt))
    .limit(500)
}

/** Locks tasks whose clock has run out; another sweeper skips them. */
export async function lockDueTasks(tx: Transaction, now: Date, limit: number): Promise<Task[]> {
  return tx
    .select()
    .from(task)
    .where(lte(task.nextStepAt, now))
    .orderBy(asc(task.nextStepAt))
    .limit(limit)
    .for('update', { skipLocked: true })
}

/** Locks open tasks that were counted by an older calendar. */
export async function lockOutdatedTasks(tx: Transaction, version: number, limit: number): Promise<Task[]> {
  return tx
    .select()
    .from(task)
    .where(and(lt(task.calendarVersion, version), notInArray(task.state, [...closed])))
    .limit(limit)
    .for('update', { skipLocked: true })
}

/** Stops the clocks of tasks still open when their incident is closed. */
export async function stopTaskClocks(tx: Transaction, incidentId: string): Promise<void> {
  await tx
    .update(task)
    .set({ nextStepAt: null })
    .where(and(sql`${task.incidentId} in ${withMerged(incidentId)}`, notInArray(task.state, [...closed])))
}

export function taskViewOf(one: Task): TaskView {
  const { nextStepAt, overdueTimes, limit, sinceAt, calendarVersion, ...shown } = one
  return {
    ...shown,
    workingDays: workingDaysOf(limit),
    assignedAt: one.assignedAt.toISOString(),
    signDueAt: one.signDueAt.toISOString(),
    dueAt: one.dueAt.toISOString(),
    signedAt: one.signedAt?.toISOString() ?? null,
    reportedAt: one.reportedAt?.toISOString() ?? null,
    reviewedAt: one.reviewedAt?.toISOString() ?? null,
  }
}
