import type { Holder } from '#domain/alert/alert.ts'
import type { Term } from '#domain/clock/term.ts'
import { type ClockedDuty, freshClock } from '#domain/escalation/overdue.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { type Moves, sameVersion, stateAfter } from '#domain/moves.ts'
import { ok, type Result, refusal } from '#domain/result.ts'

/** 待签收 → 办理中 → 待审核 → 办结; or 撤回. */
export const taskStates = ['assigned', 'in_hand', 'reported', 'done', 'withdrawn'] as const
export type TaskState = (typeof taskStates)[number]

/** 签收, 反馈, 审核退回, 审核通过, 撤回 */
export const taskMoves = ['sign', 'report', 'return', 'accept', 'withdraw'] as const
export type TaskMove = (typeof taskMoves)[number]

export const legalTaskMoves: Moves<TaskState, TaskMove> = {
  sign: { from: ['assigned'], to: 'in_hand' },
  report: { from: ['in_hand'], to: 'reported' },
  return: { from: ['reported'], to: 'in_hand' },
  accept: { from: ['reported'], to: 'done' },
  withdraw: { from: ['assigned', 'in_hand'], to: 'withdrawn' },
}

/** Moves the agency in charge makes; all others are the assigner's. */
export const moversOfAgency: readonly TaskMove[] = ['sign', 'report']

/** What scjg finds where an employer is said to have no licence (domain notes A8). */
export const licenceOutcomes = [
  'licensed',
  'unlicensed_stopped',
  'unlicensed_transferred',
  'not_found',
] as const
export type LicenceOutcome = (typeof licenceOutcomes)[number]

/** The kind whose report must name an outcome. */
export const unlicensedEmployer = 'unlicensed_employer'
/** A task no checklist names. */
export const otherKind = 'other'

/** 交办单: something one agency is asked to do for one incident, with its receipt, its report and its check. */
export type Task = ClockedDuty &
  Term & {
    id: string
    incidentId: string
    /** 交办〔2026〕12号 */
    year: number
    count: number
    /** A key of the checklist, or `other`. */
    kind: string
    what: string
    /** The sentence of the founding document it rests on. */
    basis: string | null
    /** Named by the checklist of the incident's grade: the incident cannot be closed while it is open. */
    required: boolean
    agency: string
    state: TaskState
    assignedAt: Date
    assignedBy: Holder
    signDueAt: Date
    signedAt: Date | null
    signedBy: Holder | null
    reportedAt: Date | null
    reportedBy: Holder | null
    feedback: string | null
    outcome: LicenceOutcome | null
    reviewedAt: Date | null
    reviewedBy: Holder | null
    /** Why it was returned or withdrawn; of an accepted one, the last return's. */
    reviewNote: string | null
    returns: number
    version: number
  }

const minute = 60
/** Seconds within which the receipt is signed [D]; twice an acceptance, since it needs somebody who will go. */
const signSeconds: Record<Grade, number> = {
  I: 10 * minute,
  II: 20 * minute,
  III: 30 * minute,
  IV: 2 * 60 * minute,
  watch: 24 * 60 * minute,
}

/** Seconds each level of the ladder has for an unsigned or overdue task. */
export function taskRungSeconds(grade: Grade): number {
  return signSeconds[grade]
}

/** A receipt is never owed later than the work itself. */
export function signDueAt(grade: Grade, assignedAt: Date, dueAt: Date): Date {
  const limit = assignedAt.getTime() + signSeconds[grade] * 1_000
  return new Date(Math.min(limit, dueAt.getTime()))
}

type Assigned = Pick<
  Task,
  | 'id'
  | 'incidentId'
  | 'year'
  | 'count'
  | 'kind'
  | 'what'
  | 'basis'
  | 'required'
  | 'agency'
  | 'assignedBy'
  | keyof Term
>

/** Assigns; a task that would be due before it is assigned is refused. */
export function assignTask(task: Assigned, grade: Grade, now: Date): Result<Task, 'due_in_past'> {
  if (task.dueAt <= now) return refusal('due_in_past')
  const signBy = signDueAt(grade, now, task.dueAt)
  return ok({
    ...task,
    state: 'assigned',
    assignedAt: now,
    signDueAt: signBy,
    signedAt: null,
    signedBy: null,
    reportedAt: null,
    reportedBy: null,
    feedback: null,
    outcome: null,
    reviewedAt: null,
    reviewedBy: null,
    reviewNote: null,
    returns: 0,
    ...freshClock(signBy),
    overdueTimes: 0,
    version: 1,
  })
}

/** What comes with a move: the report, why it is returned or withdrawn, a later deadline after a return. */
export type TaskWords = { note: string | null; outcome: LicenceOutcome | null; term: Term | null }

export type TaskMoveCode =
  | 'wrong_state'
  | 'stale_version'
  | 'reason_needed'
  | 'report_needed'
  | 'outcome_needed'
  | 'due_in_past'

/** One move of the table; whoever acts on an older picture is refused and looks again. */
export function moveTask(
  task: Task,
  move: TaskMove,
  shown: number,
  { note, outcome, term }: TaskWords,
  by: Holder,
  now: Date,
): Result<Task, TaskMoveCode> {
  const next = stateAfter(legalTaskMoves, task.state, move)
  if (!next.ok) return next
  const same = sameVersion(task.version, shown)
  if (!same.ok) return same
  const moved = { ...task, state: next.value, version: task.version + 1 }
  switch (move) {
    case 'sign':
      return ok({ ...moved, signedAt: now, signedBy: by, ...freshClock(task.dueAt) })
    case 'report':
      if (!note) return refusal('report_needed')
      if (task.kind === unlicensedEmployer && !outcome) return refusal('outcome_needed')
      return ok({
        ...moved,
        reportedAt: now,
        reportedBy: by,
        feedback: note,
        outcome: task.kind === unlicensedEmployer ? outcome : null,
        ...freshClock(null),
      })
    case 'return': {
      if (!note) return refusal('reason_needed')
      if (term && term.dueAt <= now) return refusal('due_in_past')
      return ok({
        ...moved,
        ...reviewed(note, by, now),
        ...term,
        returns: task.returns + 1,
        ...freshClock(term?.dueAt ?? task.dueAt),
      })
    }
    case 'accept':
      return ok({ ...moved, ...reviewed(note ?? task.reviewNote, by, now), ...freshClock(null) })
    case 'withdraw':
      if (!note) return refusal('reason_needed')
      return ok({ ...moved, ...reviewed(note, by, now), ...freshClock(null) })
  }
}

function reviewed(note: string | null, by: Holder, now: Date) {
  return { reviewedAt: now, reviewedBy: by, reviewNote: note }
}

/** Not yet done: it is somebody's to do. */
export function isOpenTask({ state }: Pick<Task, 'state'>): boolean {
  return state !== 'done' && state !== 'withdrawn'
}

/** Why its clock runs: nobody has signed, or the work is not reported. */
export function overdueFor({ state }: Pick<Task, 'state'>): 'unsigned' | 'unreported' {
  return state === 'assigned' ? 'unsigned' : 'unreported'
}
