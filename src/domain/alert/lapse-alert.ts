import type { Grade } from '#domain/grading/grade.ts'
import { type Alert, type Holder, vacateAlert } from './alert.ts'

/** silence: no progress in time · shift: the shift ended · returned: given back by a person. */
export type LapseWhy = 'silence' | 'shift' | 'returned'

export type Lapse = {
  why: LapseWhy
  /** ISO 8601. */
  at: string
  /** Who held it. */
  holder: Holder | null
  /** What the person who gave it back said; masked. */
  reason?: string
}

/**
 * An acceptance whose lease is over falls back: the ladder goes on from the rung it had reached, neither from the
 * bottom nor further up. Null when the lease still runs.
 */
export function lapseAlert(
  alert: Alert,
  grade: Grade,
  now: Date,
  shiftEndOf: (at: Date) => Date,
): Alert | null {
  const endsAt = alert.leaseEndsAt
  if (alert.state !== 'accepted' || alert.endedAt || !endsAt || endsAt > now) return null
  const why = endsAShift(endsAt, shiftEndOf) ? 'shift' : 'silence'
  return vacateAlert(alert, grade, now, { why, at: now.toISOString(), holder: alert.acceptedBy })
}

function endsAShift(at: Date, shiftEndOf: (at: Date) => Date): boolean {
  return shiftEndOf(new Date(at.getTime() - 1)).getTime() === at.getTime()
}
