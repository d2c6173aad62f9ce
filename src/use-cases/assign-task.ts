import type { GivenDeadline, TaskView } from '#contracts/tasks.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { countTerm } from '#domain/clock/term.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { limitOfLine } from '#domain/task/checklist.ts'
import { assignTask as assign, isOpenTask, otherKind } from '#domain/task/task.ts'
import { listAgencies } from '#store/agencies.ts'
import type { Transaction } from '#store/database.ts'
import { nextNumber } from '#store/document-numbers.ts'
import { record } from '#store/event-log.ts'
import { taskChecklist } from '#store/handling-lists.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { insertTask, tasksOf, taskViewOf } from '#store/tasks.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import { type Context, recordedActor } from './context.ts'
import { givenTerm } from './given-term.ts'

export type Assignment = GivenDeadline & {
  incidentId: string
  kind: string
  agency: string
  what: string | null
}

/**
 * 交办: one agency is asked to do something for an incident, on the route or not; its receipt has a clock of its own.
 * Refusals: no_such_incident, not_open { number }, not_your_agency, role_may_not, unknown_agency, no_such_task_kind,
 * not_understood { field }, already_assigned { who, at }, due_in_past.
 */
export async function assignTask(context: Context, wanted: Assignment): Promise<Result<TaskView>> {
  const { now } = context
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, wanted.incidentId)
    if (!incident) return refusal('no_such_incident')
    if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
    const allowed = may(context.actor, 'handle_incident', { route: incident.route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const asked = await askedFor(tx, incident, wanted, now)
    if (!asked.ok) return asked
    const number = await nextNumber(tx, 'task', Number(shanghaiDay(now).slice(0, 4)))
    const assigned = assign(
      {
        ...asked.value,
        ...number,
        id: context.newId(),
        incidentId: incident.id,
        agency: wanted.agency,
        assignedBy: by,
      },
      incident.grade,
      now,
    )
    if (!assigned.ok) return assigned
    await insertTask(tx, assigned.value)
    const task = taskViewOf(assigned.value)
    const route = [...new Set([...incident.route, task.agency])]
    await record(tx, [{ name: 'task.assigned', data: { task, by }, incidentId: incident.id, route }], {
      at: now,
      actor: by,
    })
    return ok(task)
  })
}

/** What the checklist says of this kind, or what the officer typed. */
async function askedFor(
  tx: Transaction,
  { id, grade }: Incident,
  { kind, agency, what, ...deadline }: Assignment,
  now: Date,
) {
  const agencies = await listAgencies(tx)
  if (!agencies.some(({ key }) => key === agency)) return refusal('unknown_agency', { agency })
  const typed = what && maskPersonalData(what)
  const given = givenTerm(deadline, now)
  if (kind === otherKind) {
    if (!typed) return refusal('not_understood', { field: 'what' })
    if (!given) return refusal('not_understood', { field: 'dueAt' })
    return ok({ kind, what: typed, basis: null, required: false, ...given })
  }
  const line = taskChecklist.find(({ key }) => key === kind)
  if (!line) return refusal('no_such_task_kind')
  const twin = (await tasksOf(tx, id)).find(
    (one) => one.kind === kind && one.agency === agency && isOpenTask(one),
  )
  if (twin) {
    return refusal('already_assigned', { who: twin.assignedBy.post, at: twin.assignedAt.toISOString() })
  }
  const limit = limitOfLine(line, grade)
  const term = given ?? (limit && countTerm(limit, now, workingCalendar()))
  if (!term) return refusal('not_understood', { field: 'dueAt' })
  const { required, basis } = line
  return ok({ kind, what: typed || line.what, basis, required, ...term })
}
