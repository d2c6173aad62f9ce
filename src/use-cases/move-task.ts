import type { GivenDeadline, TaskView } from '#contracts/tasks.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { type LicenceOutcome, moveTask as move, moversOfAgency, type TaskMove } from '#domain/task/task.ts'
import { record } from '#store/event-log.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { lockTask, saveTask, taskViewOf } from '#store/tasks.ts'
import { type Context, recordedActor } from './context.ts'
import { givenTerm } from './given-term.ts'

export type MovedTask = GivenDeadline & {
  taskId: string
  version: number
  move: TaskMove
  note: string | null
  outcome: LicenceOutcome | null
}

const eventOf = {
  sign: 'task.signed',
  report: 'task.reported',
  return: 'task.returned',
  accept: 'task.accepted',
  withdraw: 'task.withdrawn',
} as const satisfies Record<TaskMove, string>

/**
 * 签收, 反馈, 审核退回, 审核通过, 撤回: one move of a task; personal data in its words is masked.
 * Refusals: no_such_task, not_your_agency, role_may_not, wrong_state { state, move }, stale_version, reason_needed,
 * report_needed, outcome_needed, due_in_past.
 */
export async function moveTask(context: Context, moved: MovedTask): Promise<Result<TaskView>> {
  const { now, actor } = context
  return context.db.transaction(async (tx) => {
    const task = await lockTask(tx, moved.taskId)
    const incident = task && (await handledIncident(tx, task.incidentId))
    if (!task || !incident) return refusal('no_such_task')
    const allowed = moversOfAgency.includes(moved.move)
      ? may(actor, 'answer_for_agency', { agency: task.agency })
      : may(actor, 'check_work', { agency: task.assignedBy.agency })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const words = {
      note: moved.note && maskPersonalData(moved.note),
      outcome: moved.outcome,
      term: givenTerm(moved, now),
    }
    const after = move(task, moved.move, moved.version, words, by, now)
    if (!after.ok) return after
    await saveTask(tx, after.value)
    const view = taskViewOf(after.value)
    const route = [...new Set([...incident.route, view.agency])]
    await record(
      tx,
      [{ name: eventOf[moved.move], data: { task: view, by }, incidentId: incident.id, route }],
      { at: now, actor: by },
    )
    return ok(view)
  })
}
