import type { Step } from '#domain/clock/limits.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { nextOwnStep, type OnRoute, type Owed } from '#domain/incident/step-duty.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { graceSeconds, longestLeaseSeconds } from './lease.ts'

/** A step of the incident; 研判四“不”并报告; or a report of how it stands. */
export type PromisedStep = Step | 'assess' | 'progress'

export type Promised = { step: PromisedStep; at: Date }

/** What an agency's promise is made from. */
export type PromiseGround = OnRoute & {
  agency: string
  grade: Grade
  steps: readonly Owed[]
  /** A report is promised within the shift; a step keeps its own clock. */
  shiftEndsAt: Date
}

/** Leads mass incidents, so it assesses before it reports [S]. */
const assessor = 'zfw'

/** Seconds to an assessment or report by those who owe no step: the phone report of the grade [D]. */
const reportSeconds: Record<Grade, number> = {
  I: 15 * 60,
  II: 30 * 60,
  III: 60 * 60,
  IV: 4 * 3_600,
  watch: 24 * 3_600,
}

/**
 * What one press of 接收 promises: the agency's next own step by its own clock, while that clock runs out within a
 * lease; else a report.
 */
export function proposePromise(ground: PromiseGround, now: Date): Promised {
  const { agency, grade, steps } = ground
  const own = nextOwnStep(steps, agency, ground)
  const longest = now.getTime() + longestLeaseSeconds(grade) * 1_000
  const due = own && new Date(own.dueAt).getTime()
  if (own && due !== null && due <= longest) {
    return { step: own.step, at: new Date(Math.max(due, now.getTime() + graceSeconds(grade) * 1_000)) }
  }
  const step = !own && agency === assessor ? 'assess' : 'progress'
  return { step, at: reportAt(ground, now, own ? longestLeaseSeconds(grade) : reportSeconds[grade]) }
}

/** What an officer may name instead: any open step or a report, later than now and no later than its clock. */
export function checkPromise(
  promised: Promised,
  ground: PromiseGround,
  now: Date,
): Result<Promised, 'no_such_step' | 'promise_past' | 'promise_too_late'> {
  if (promised.at <= now) return refusal('promise_past')
  const longest = new Date(now.getTime() + longestLeaseSeconds(ground.grade) * 1_000)
  const owed = ground.steps.find(({ step, doneAt }) => step === promised.step && doneAt === null)
  const isReport = promised.step === 'assess' || promised.step === 'progress'
  if (!owed && !isReport) return refusal('no_such_step')
  const due = owed ? new Date(owed.dueAt) : longest
  const latest = due > longest ? due : longest
  if (promised.at > latest) return refusal('promise_too_late', { latest: latest.toISOString() })
  return ok(promised)
}

/** Everything an officer may promise: what is proposed, the other open steps by their clocks, then a report. */
export function promiseChoices(ground: PromiseGround, now: Date): Promised[] {
  const proposed = proposePromise(ground, now)
  const others = ground.steps
    .filter(({ step, doneAt }) => doneAt === null && step !== proposed.step)
    .map(({ step, dueAt }): Promised => ({ step, at: new Date(dueAt) }))
    .filter(({ at }) => at > now)
  const reports = (['progress', 'assess'] as const)
    .filter((step) => step !== proposed.step)
    .map((step): Promised => ({ step, at: reportAt(ground, now, reportSeconds[ground.grade]) }))
  return [proposed, ...others, ...reports]
}

/** Leaves the grace its room before the lease ends, by time or by shift. */
function reportAt({ grade, shiftEndsAt }: PromiseGround, now: Date, withinSeconds: number): Date {
  const latest = now.getTime() + (longestLeaseSeconds(grade) - graceSeconds(grade)) * 1_000
  return new Date(Math.min(latest, now.getTime() + withinSeconds * 1_000, shiftEndsAt.getTime()))
}
