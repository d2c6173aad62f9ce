import { recountClock } from '#domain/clock/step-clock.ts'
import { recountDuty } from '#domain/clock/term.ts'
import type { WorkingCalendar } from '#domain/clock/working-days.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { handledIncidents } from '#store/handled-incident.ts'
import { stepViewOf } from '#store/incident-view.ts'
import { lockOutdatedSteps, saveStep } from '#store/steps.ts'
import { lockOutdatedSupervisions, saveSupervision, supervisionViewOf } from '#store/supervisions.ts'
import { lockOutdatedTasks, saveTask, taskViewOf } from '#store/tasks.ts'
import { refreshWorkingCalendar } from '#store/working-calendar.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

const batch = 500

/**
 * Counts everything open that counts working days anew where it was counted by an older calendar – steps, tasks,
 * supervised cases – and tells each that moved, from when to when. What a process started meanwhile that had not heard
 * of the change is found by its version too.
 * @returns how many were looked at.
 */
export async function recountClocks(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const calendar = await refreshWorkingCalendar(tx)
    const done = [
      await recountSteps(tx, calendar),
      await recountTasks(tx, calendar),
      await recountSupervisions(tx, calendar),
    ]
    const happened = done.flatMap((one) => one.happened)
    await record(tx, happened, { at: context.now, actor: null })
    return done.reduce((sum, { looked }) => sum + looked, 0)
  })
}

type Recounted = { looked: number; happened: Happened }

async function recountSteps(tx: Transaction, calendar: WorkingCalendar): Promise<Recounted> {
  const outdated = await lockOutdatedSteps(tx, calendar.version, batch)
  const happened: Happened = []
  for (const { clock, route } of outdated) {
    const recounted = recountClock(clock, calendar)
    await saveStep(tx, recounted)
    if (recounted.version === clock.version) continue
    const { incidentId } = clock
    const moved = { ...fromTo(clock.dueAt, recounted.dueAt), rule: 'calendar' as const }
    const data = { incidentId, step: stepViewOf(recounted), ...moved }
    happened.push({ name: 'step.moved', data, incidentId, route })
  }
  return { looked: outdated.length, happened }
}

async function recountTasks(tx: Transaction, calendar: WorkingCalendar): Promise<Recounted> {
  const outdated = await lockOutdatedTasks(tx, calendar.version, batch)
  const routes = await routesOf(tx, outdated)
  const happened: Happened = []
  for (const task of outdated) {
    const recounted = recountDuty(task, calendar)
    await saveTask(tx, recounted)
    if (recounted.version === task.version) continue
    const { incidentId, agency } = task
    const data = { task: taskViewOf(recounted), ...fromTo(task.dueAt, recounted.dueAt) }
    happened.push({ name: 'task.due_moved', data, incidentId, route: routes(incidentId, agency) })
  }
  return { looked: outdated.length, happened }
}

async function recountSupervisions(tx: Transaction, calendar: WorkingCalendar): Promise<Recounted> {
  const outdated = await lockOutdatedSupervisions(tx, calendar.version, batch)
  const routes = await routesOf(tx, outdated)
  const happened: Happened = []
  for (const one of outdated) {
    const { limit, sinceAt, dueAt, incidentId, unit } = one
    if (!limit || !sinceAt || !dueAt) continue
    const recounted = recountDuty({ ...one, limit, sinceAt, dueAt }, calendar)
    await saveSupervision(tx, recounted)
    if (recounted.version === one.version) continue
    const data = { supervision: supervisionViewOf(recounted), ...fromTo(dueAt, recounted.dueAt) }
    happened.push({ name: 'supervision.due_moved', data, incidentId, route: routes(incidentId, unit) })
  }
  return { looked: outdated.length, happened }
}

/** Who hears of a duty: its incident's route, and the agency it falls to. */
async function routesOf(tx: Transaction, duties: { incidentId: string }[]) {
  const incidents = await handledIncidents(
    tx,
    duties.map(({ incidentId }) => incidentId),
  )
  return (incidentId: string, agency: string | null) => [
    ...new Set([...(incidents.get(incidentId)?.route ?? []), ...(agency ? [agency] : [])]),
  ]
}

function fromTo(from: Date, to: Date) {
  return { from: from.toISOString(), to: to.toISOString() }
}
