import type { Grade } from '#domain/grading/grade.ts'
import { nextShanghai, shanghaiMinutes } from './shanghai.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

export type Step = 'on_site' | 'first_response' | 'facts_verified' | 'paid_or_planned'

/** Seconds within which the owner must accept (domain notes §3.5); a watched incident waits for the daily sheet. */
const acceptSeconds: Record<Exclude<Grade, 'watch'>, number> = {
  I: 5 * minute,
  II: 10 * minute,
  III: 15 * minute,
  IV: 30 * minute,
}

/** Seconds from opening, or from the moment a graver grade is known (domain notes §3.5, season column for payment). */
const stepSeconds: Record<Exclude<Grade, 'watch'>, Record<Step, number>> = {
  I: { on_site: 30 * minute, first_response: hour, facts_verified: 12 * hour, paid_or_planned: 7 * day },
  II: { on_site: 30 * minute, first_response: hour, facts_verified: 24 * hour, paid_or_planned: 10 * day },
  III: { on_site: hour, first_response: 4 * hour, facts_verified: 24 * hour, paid_or_planned: 15 * day },
  IV: { on_site: 4 * hour, first_response: 24 * hour, facts_verified: 48 * hour, paid_or_planned: 15 * day },
}

/** In a joint-office season every grade has a week to pay or sign a plan (provincial standard, [P1]). */
const paidInSeason = 7 * day

/** Seconds each later rung of the ladder has; only the first may wait for the morning or the daily sheet. */
export function rungSeconds(grade: Grade): number {
  return grade === 'watch' ? day : acceptSeconds[grade]
}

/** When the owner must have accepted; between 20:00 and 08:00 a grade Ⅳ waits until 08:30. A graver grade is never due later. */
export function acceptanceDue(grade: Grade, raisedAt: Date): { dueAt: Date; limitSeconds: number } {
  if (grade === 'watch') {
    // A sheet that is written within the half hour of a grade Ⅳ is too near; it goes on the next day's.
    const notBefore = new Date(raisedAt.getTime() + acceptSeconds.IV * 1_000)
    return until(raisedAt, nextShanghai(notBefore, 16, 30))
  }
  const minutes = shanghaiMinutes(raisedAt)
  const night = minutes >= 20 * 60 || minutes < 8 * 60
  if (grade === 'IV' && night) return until(raisedAt, nextShanghai(raisedAt, 8, 30))
  const limitSeconds = acceptSeconds[grade]
  return { dueAt: new Date(raisedAt.getTime() + limitSeconds * 1_000), limitSeconds }
}

/** The incident's own clocks; a public reply is owed only where the claim was public. */
export function stepsDue(
  grade: Grade,
  since: Date,
  { online, inSeason }: { online: boolean; inSeason: boolean },
): { step: Step; dueAt: Date }[] {
  if (grade === 'watch') return []
  const seconds = stepSeconds[grade]
  const steps = (Object.keys(seconds) as Step[]).filter((step) => step !== 'first_response' || online)
  return steps.map((step) => {
    const limit = step === 'paid_or_planned' && inSeason ? paidInSeason : seconds[step]
    return { step, dueAt: new Date(since.getTime() + limit * 1_000) }
  })
}

function until(from: Date, dueAt: Date) {
  return { dueAt, limitSeconds: Math.round((dueAt.getTime() - from.getTime()) / 1_000) }
}
