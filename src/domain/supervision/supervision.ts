import type { Holder } from '#domain/alert/alert.ts'
import type { Limit } from '#domain/clock/limits.ts'
import type { Term } from '#domain/clock/term.ts'
import { type ClockedDuty, freshClock } from '#domain/escalation/overdue.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { type Moves, sameVersion, stateAfter } from '#domain/moves.ts'
import { ok, type Result, refusal } from '#domain/result.ts'

/** 拟督办 → 督办中 → 已回复 → 核查通过 → 已销号; or 不予督办. */
export const supervisionStates = ['proposed', 'open', 'replied', 'passed', 'closed', 'dismissed'] as const
export type SupervisionState = (typeof supervisionStates)[number]

/** 挂牌, 不予督办, 回复, 核查退回, 核查通过, 销号 */
export const supervisionMoves = ['open', 'dismiss', 'reply', 'return', 'pass', 'close'] as const
export type SupervisionMove = (typeof supervisionMoves)[number]

export const legalSupervisionMoves: Moves<SupervisionState, SupervisionMove> = {
  open: { from: ['proposed'], to: 'open' },
  dismiss: { from: ['proposed'], to: 'dismissed' },
  reply: { from: ['open'], to: 'replied' },
  return: { from: ['replied'], to: 'open' },
  pass: { from: ['replied'], to: 'passed' },
  close: { from: ['passed'], to: 'closed' },
}

/** Why a case is proposed for supervision (seed 五(三), 一(四); limits [D]). */
export const supervisionReasons = [
  'grade',
  'collective_people',
  'collective_amount',
  'twice_overdue',
  'ladder_top',
  'by_hand',
] as const
export type SupervisionReason = (typeof supervisionReasons)[number]

/** From where a case is proposed; tasks and steps count alike when they run out, and so do their ladders. */
export type SupervisionLimits = { people: number; yuan: number; timesOverdue: number }

/** [D] Domain notes C5 and §3.5. */
export const defaultSupervisionLimits: SupervisionLimits = { people: 30, yuan: 500_000, timesOverdue: 2 }

/** Proposed by the grade alone. */
export const supervisedGrades: readonly Grade[] = ['I', 'II']

export type SupervisionFacts = {
  grade: Grade
  /** Posts tell of a gathering. */
  gathered: boolean
  people: number
  yuan: number
  /** Tasks and steps that ran out, each as often as it did. */
  timesOverdue: number
  /** The ladder of an agency, a step or a task has reached its leader. */
  ladderTop: boolean
}

/** Every reason that holds; none: the case is not proposed. */
export function reasonsToSupervise(
  facts: SupervisionFacts,
  { people, yuan, timesOverdue }: SupervisionLimits = defaultSupervisionLimits,
): SupervisionReason[] {
  // So many who are owed by one act together, whether or not a word of gathering was written.
  const many = facts.people >= people
  const holds: Partial<Record<SupervisionReason, boolean>> = {
    grade: supervisedGrades.includes(facts.grade),
    collective_people: many,
    collective_amount: (facts.gathered || many) && facts.yuan >= yuan,
    twice_overdue: facts.timesOverdue >= timesOverdue,
    ladder_top: facts.ladderTop,
  }
  return supervisionReasons.filter((reason) => holds[reason])
}

/** 督办单: a case the leading group watches until it is struck off. */
export type Supervision = ClockedDuty & {
  id: string
  incidentId: string
  /** 督办〔2026〕3号, given when it is opened. */
  year: number | null
  count: number | null
  state: SupervisionState
  reasons: SupervisionReason[]
  proposedAt: Date
  /** The unit that must reply; null while only proposed. */
  unit: string | null
  requirement: string | null
  /** The deadline of the reply with what it was counted by, as in `Term`; null while only proposed. */
  dueAt: Date | null
  limit: Limit | null
  sinceAt: Date | null
  provisional: boolean
  calendarVersion: number | null
  openedAt: Date | null
  openedBy: Holder | null
  reply: string | null
  repliedAt: Date | null
  repliedBy: Holder | null
  reviewedAt: Date | null
  reviewedBy: Holder | null
  /** Why it was returned or not taken up. */
  reviewNote: string | null
  returns: number
  closedAt: Date | null
  closedBy: Holder | null
  /** The second person, who agreed to strike it off. */
  closedWith: Holder | null
  version: number
}

export function proposeSupervision(
  id: string,
  incidentId: string,
  reasons: SupervisionReason[],
  now: Date,
): Supervision {
  return {
    id,
    incidentId,
    year: null,
    count: null,
    state: 'proposed',
    reasons,
    proposedAt: now,
    unit: null,
    requirement: null,
    ...{ dueAt: null, limit: null, sinceAt: null, provisional: false, calendarVersion: null },
    openedAt: null,
    openedBy: null,
    reply: null,
    repliedAt: null,
    repliedBy: null,
    reviewedAt: null,
    reviewedBy: null,
    reviewNote: null,
    returns: 0,
    closedAt: null,
    closedBy: null,
    closedWith: null,
    ...freshClock(null),
    overdueTimes: 0,
    version: 1,
  }
}

export type Order = { year: number; count: number; unit: string; requirement: string } & Term

/** Opens what was proposed: it gets its number, a unit, a requirement and a day. */
export function openSupervision(
  supervision: Supervision,
  shown: number,
  order: Order,
  by: Holder,
  now: Date,
): Result<Supervision, 'wrong_state' | 'stale_version' | 'due_in_past'> {
  const next = begin(supervision, 'open', shown)
  if (!next.ok) return next
  if (order.dueAt <= now) return refusal('due_in_past')
  return ok({ ...next.value, ...order, openedAt: now, openedBy: by, ...freshClock(order.dueAt) })
}

export type SupervisionMoveCode = 'wrong_state' | 'stale_version' | 'reason_needed' | 'due_in_past'

/** Reply, check and dismissal; striking off needs two persons and is `closeSupervision`. */
export function moveSupervision(
  supervision: Supervision,
  move: 'dismiss' | 'reply' | 'return' | 'pass',
  shown: number,
  { note, term }: { note: string | null; term: Term | null },
  by: Holder,
  now: Date,
): Result<Supervision, SupervisionMoveCode> {
  const next = begin(supervision, move, shown)
  if (!next.ok) return next
  if (!note && move !== 'pass') return refusal('reason_needed')
  const review = { reviewedAt: now, reviewedBy: by, reviewNote: note }
  switch (move) {
    case 'dismiss':
      return ok({ ...next.value, ...review })
    case 'reply':
      return ok({ ...next.value, reply: note, repliedAt: now, repliedBy: by, ...freshClock(null) })
    case 'return': {
      if (term && term.dueAt <= now) return refusal('due_in_past')
      return ok({
        ...next.value,
        ...review,
        ...term,
        returns: supervision.returns + 1,
        ...freshClock(term?.dueAt ?? supervision.dueAt),
      })
    }
    case 'pass':
      return ok({ ...next.value, ...review })
  }
}

/** Struck off by two: the one who asked and the one who agreed. */
export function closeSupervision(
  supervision: Supervision,
  by: Holder,
  second: Holder | null,
  now: Date,
): Result<Supervision, 'wrong_state'> {
  const next = stateAfter(legalSupervisionMoves, supervision.state, 'close')
  if (!next.ok) return next
  return ok({
    ...supervision,
    state: next.value,
    closedAt: now,
    closedBy: by,
    closedWith: second,
    version: supervision.version + 1,
  })
}

/** 督办中: opened and not yet struck off. */
export function isOpenSupervision({ state }: Pick<Supervision, 'state'>): boolean {
  return state === 'open' || state === 'replied' || state === 'passed'
}

function begin(supervision: Supervision, move: SupervisionMove, shown: number) {
  const next = stateAfter(legalSupervisionMoves, supervision.state, move)
  if (!next.ok) return next
  const same = sameVersion(supervision.version, shown)
  if (!same.ok) return same
  return ok({ ...supervision, state: next.value, version: supervision.version + 1 })
}
