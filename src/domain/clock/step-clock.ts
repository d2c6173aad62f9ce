import type { Grade } from '#domain/grading/grade.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { type Limit, type LimitsInForce, type Step, stepsOwed } from './limits.ts'
import { countTerm, type Term } from './term.ts'
import type { WorkingCalendar } from './working-days.ts'

type Post = { post: string; agency: string | null }

/** One clock of an incident (到场, 续报 …): what it counts, until when, and what became of it. */
export type StepClock = Term & {
  incidentId: string
  step: Step
  /** 1, and one more each time the step falls due again (续报). */
  round: number
  /** Due by the limit alone; pauses have moved `dueAt` on from it. */
  baseDueAt: Date
  doneAt: Date | null
  doneBy: Post | null
  note: string | null
  /** Done without being done: the claim was verified untrue, so nothing is to be paid. */
  waived: boolean
  pausedAt: Date | null
  pausedBy: Post | null
  pauseReason: string | null
  /** When somebody must look whether the reason still holds. */
  pauseReviewAt: Date | null
  /** Total of the pauses that have ended. */
  pausedSeconds: number
  /** Rung called since it was missed, as in the ladder; null while it is not. */
  rung: number | null
  /** How often it ran out, over all rounds; an incident twice overdue is proposed for supervision. */
  overdueTimes: number
  /** When the sweep looks next: due, then each further rung; null while paused, and once done or the ladder has ended. */
  nextStepAt: Date | null
  version: number
}

/** A clock that starts at `since`. */
export function startClock(
  incidentId: string,
  { step, limit }: { step: Step; limit: Limit },
  since: Date,
  calendar: WorkingCalendar,
): StepClock {
  return {
    incidentId,
    step,
    round: 1,
    ...counted(limit, since, calendar),
    doneAt: null,
    doneBy: null,
    note: null,
    waived: false,
    pausedAt: null,
    pausedBy: null,
    pauseReason: null,
    pauseReviewAt: null,
    pausedSeconds: 0,
    rung: null,
    overdueTimes: 0,
    version: 1,
  }
}

/** All clocks an incident of this grade runs under from `since`. */
export function startClocks(
  incidentId: string,
  grade: Grade,
  since: Date,
  about: { online: boolean } & LimitsInForce,
  calendar: WorkingCalendar,
): StepClock[] {
  return stepsOwed(grade, about).map((owed) => startClock(incidentId, owed, since, calendar))
}

/**
 * Done, by whom and when. `next` is what falls due for it: 续报 again after the limit of the present grade, or on the
 * sheet after the one it was meant for.
 */
export function finishClock(
  clock: StepClock,
  done: {
    by: Post
    note: string | null
    waived?: boolean
    now: Date
    limit: Limit | null
    calendar: WorkingCalendar
  },
): { done: StepClock; next: StepClock | null } {
  const { by, note, waived = false, now, limit, calendar } = done
  const ended: StepClock = {
    ...(clock.pausedAt ? resumeClock(clock, now) : clock),
    doneAt: now,
    doneBy: by,
    note,
    waived,
    nextStepAt: null,
    version: clock.version + 1,
  }
  if (clock.step !== 'follow_up' || !limit) return { done: ended, next: null }
  const met = clock.limit.in === 'daily_sheet' && clock.dueAt > now ? clock.dueAt : now
  const next = startClock(clock.incidentId, { step: clock.step, limit }, met, calendar)
  return { done: ended, next: nextRound(ended, next) }
}

/** The clock of a step that falls due once more, with what the rounds before it leave behind. */
export function nextRound(ended: StepClock, fresh: StepClock): StepClock {
  const { round, overdueTimes, version } = ended
  return { ...fresh, round: round + 1, overdueTimes, version: version + 1 }
}

/** What decides whether a clock may wait. */
export type Pausing = { grade: Grade; lifeThreatened: boolean }

export type PauseCode = 'already_done' | 'paused_already' | 'cannot_pause_danger' | 'cannot_pause_on_site'

/** Stops the clock. Nothing waits while a life is in danger, and nobody waits to go there at grade Ⅰ or Ⅱ. */
export function pauseClock(
  clock: StepClock,
  incident: Pausing,
  pause: { by: Post; reason: string; now: Date; reviewAt: Date },
): Result<StepClock, PauseCode> {
  if (clock.doneAt) return refusal('already_done', { who: clock.doneBy?.post ?? '', at: iso(clock.doneAt) })
  if (clock.pausedAt) {
    return refusal('paused_already', { who: clock.pausedBy?.post ?? '', at: iso(clock.pausedAt) })
  }
  const barred = pauseBarred(clock.step, incident)
  if (barred) return refusal(barred)
  return ok({
    ...clock,
    pausedAt: pause.now,
    pausedBy: pause.by,
    pauseReason: pause.reason,
    pauseReviewAt: pause.reviewAt,
    nextStepAt: null,
    version: clock.version + 1,
  })
}

/** Why a step may not be paused at all; null where it may. */
export function pauseBarred(
  step: Step,
  { grade, lifeThreatened }: Pausing,
): 'cannot_pause_danger' | 'cannot_pause_on_site' | null {
  if (lifeThreatened) return 'cannot_pause_danger'
  return step === 'on_site' && (grade === 'I' || grade === 'II') ? 'cannot_pause_on_site' : null
}

/** Runs on; everything that was still to come is put off by exactly as long as the pause was. */
export function resumeClock(clock: StepClock, now: Date): StepClock {
  if (!clock.pausedAt) return clock
  const pausedMs = Math.max(0, now.getTime() - clock.pausedAt.getTime())
  const dueAt = new Date(clock.dueAt.getTime() + pausedMs)
  return {
    ...clock,
    dueAt,
    pausedAt: null,
    pausedBy: null,
    pauseReason: null,
    pauseReviewAt: null,
    pausedSeconds: clock.pausedSeconds + Math.round(pausedMs / 1_000),
    // A clock that had been missed before it was paused calls its next rung at once.
    nextStepAt: clock.rung === null ? dueAt : now,
    version: clock.version + 1,
  }
}

/** Counted anew because the calendar changed; what pauses have added stays added. The same clock when nothing moved. */
export function recountClock(clock: StepClock, calendar: WorkingCalendar): StepClock {
  const { dueAt: baseDueAt, provisional } = countTerm(clock.limit, clock.sinceAt, calendar)
  const movedMs = baseDueAt.getTime() - clock.baseDueAt.getTime()
  const recounted = { ...clock, calendarVersion: calendar.version }
  if (movedMs === 0 && provisional === clock.provisional) return recounted
  const dueAt = new Date(clock.dueAt.getTime() + movedMs)
  return {
    ...recounted,
    baseDueAt,
    dueAt,
    provisional,
    nextStepAt: clock.nextStepAt && clock.rung === null ? dueAt : clock.nextStepAt,
    version: clock.version + 1,
  }
}

/** Length of one rung once the clock is missed: as long as the step itself had; a daily sheet comes once a day. */
export function missedRungSeconds({ limit, sinceAt, baseDueAt }: StepClock): number {
  if (limit.in === 'daily_sheet') return 86_400
  return Math.round((baseDueAt.getTime() - sinceAt.getTime()) / 1_000)
}

function counted(limit: Limit, since: Date, calendar: WorkingCalendar) {
  const term = countTerm(limit, since, calendar)
  return { ...term, baseDueAt: term.dueAt, nextStepAt: term.dueAt }
}

function iso(at: Date): string {
  return at.toISOString()
}
