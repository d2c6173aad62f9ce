import type { Holder } from '#domain/alert/alert.ts'
import { type ClockedDuty, freshClock } from '#domain/escalation/overdue.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { sameVersion } from '#domain/moves.ts'
import { ok, type Result, refusal } from '#domain/result.ts'

const dayMs = 86_400_000
/** 每周一记: the leader in charge writes a note at least so often. */
export const noteEveryMs = 7 * dayMs

/** 领导包案: a leader's post that answers for one case until it is checked and closed. */
export type LeaderInCharge = ClockedDuty & {
  id: string
  incidentId: string
  /** A post such as 市人社局副局长, never a name. */
  post: string
  agency: string
  state: 'in_charge' | 'checked' | 'replaced'
  /** 包案日 */
  since: Date
  /** 承诺办结日 */
  promisedAt: Date
  namedBy: Holder
  noteDueAt: Date
  checkedAt: Date | null
  checkedBy: Holder | null
  checkNote: string | null
  version: number
}

/** [D] From these grades on a leader is proposed. */
export const leaderGrades: readonly Grade[] = ['I', 'II']

type Named = Pick<LeaderInCharge, 'id' | 'incidentId' | 'post' | 'agency' | 'promisedAt' | 'namedBy'>

export function nameLeader(named: Named, now: Date): Result<LeaderInCharge, 'due_in_past'> {
  if (named.promisedAt <= now) return refusal('due_in_past')
  const noteDueAt = new Date(now.getTime() + noteEveryMs)
  return ok({
    ...named,
    state: 'in_charge',
    since: now,
    noteDueAt,
    checkedAt: null,
    checkedBy: null,
    checkNote: null,
    ...freshClock(earlier(noteDueAt, named.promisedAt)),
    overdueTimes: 0,
    version: 1,
  })
}

/** The weekly note starts the next week; a promise already broken stays on the list until the closing check. */
export function noteLeader(leader: LeaderInCharge, now: Date): Result<LeaderInCharge, 'wrong_state'> {
  if (leader.state !== 'in_charge') return refusal('wrong_state', { state: leader.state, move: 'note' })
  const noteDueAt = new Date(now.getTime() + noteEveryMs)
  const promiseBroken = leader.promisedAt <= now
  return ok({
    ...leader,
    noteDueAt,
    ...(promiseBroken ? {} : freshClock(earlier(noteDueAt, leader.promisedAt))),
    version: leader.version + 1,
  })
}

/** The closing check (结案核查): what was promised is done, or why not. */
export function checkLeader(
  leader: LeaderInCharge,
  shown: number,
  note: string,
  by: Holder,
  now: Date,
): Result<LeaderInCharge, 'wrong_state' | 'stale_version'> {
  if (leader.state !== 'in_charge') return refusal('wrong_state', { state: leader.state, move: 'check' })
  const same = sameVersion(leader.version, shown)
  if (!same.ok) return same
  return ok({
    ...leader,
    state: 'checked',
    checkedAt: now,
    checkedBy: by,
    checkNote: note,
    ...freshClock(null),
    version: leader.version + 1,
  })
}

/** What is late: the promise before the note. */
export function lateFor(leader: LeaderInCharge, now: Date): 'promise' | 'note' {
  return leader.promisedAt <= now ? 'promise' : 'note'
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
