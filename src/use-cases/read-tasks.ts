import type { TaskListView } from '#contracts/handling.ts'
import type { ListedTaskView } from '#contracts/tasks.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Task } from '#domain/task/task.ts'
import { calledOfAgency, calledViewOf } from '#store/call-outs.ts'
import { briefOf, handledIncident, handledIncidents } from '#store/handled-incident.ts'
import { findTask, tasksOfAgency, taskViewOf } from '#store/tasks.ts'
import type { Context } from './context.ts'

/** 待我: what my agency must sign, do or check, over all incidents, and the calls it has not come to yet. */
export async function readTasks(context: Context): Promise<Result<TaskListView>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'see_handling')
  if (!allowed.ok) return allowed
  const agency = actor.kind === 'person' ? actor.agency : null
  const at = now.toISOString()
  if (agency === null) return ok({ at, mine: [], assigned: [], calls: [] })
  const [tasks, called] = await Promise.all([tasksOfAgency(db, agency), calledOfAgency(db, agency)])
  const incidents = await handledIncidents(
    db,
    [...tasks, ...called].map(({ incidentId }) => incidentId),
  )
  const listed = (one: Task): ListedTaskView[] => told(one, incidents)
  const mine = tasks.filter((one) => one.agency === agency && one.state !== 'reported')
  const assigned = tasks.filter((one) => one.assignedBy.agency === agency)
  return ok({
    at,
    mine: mine.flatMap(listed),
    assigned: toCheckFirst(assigned).flatMap(listed),
    calls: called.flatMap((one) => {
      const incident = incidents.get(one.incidentId)
      return incident?.state === 'open' ? [{ ...calledViewOf(one), incident: briefOf(incident) }] : []
    }),
  })
}

/**
 * One task with as much of its incident as its agency needs, for the printed 交办单.
 * Refusals: no_such_task, not_your_agency, role_may_not.
 */
export async function readTask(
  context: Context,
  { taskId }: { taskId: string },
): Promise<Result<ListedTaskView>> {
  const task = await findTask(context.db, taskId)
  const incident = task && (await handledIncident(context.db, task.incidentId))
  if (!task || !incident) return refusal('no_such_task')
  const ways = [
    may(context.actor, 'answer_for_agency', { agency: task.agency }),
    may(context.actor, 'see_incident', { route: incident.route }),
  ]
  const refused = ways.find((one) => one.ok) ?? ways[1]
  if (refused && !refused.ok) return refused
  return ok({ ...taskViewOf(task), incident: briefOf(incident) })
}

function told(one: Task, incidents: Map<string, Incident>): ListedTaskView[] {
  const incident = incidents.get(one.incidentId)
  return incident ? [{ ...taskViewOf(one), incident: briefOf(incident) }] : []
}

function toCheckFirst(tasks: Task[]): Task[] {
  return [...tasks].sort((a, b) => Number(b.state === 'reported') - Number(a.state === 'reported'))
}
