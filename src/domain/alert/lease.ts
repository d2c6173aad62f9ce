import type { Grade } from '#domain/grading/grade.ts'
import type { Alert } from './alert.ts'
import type { Promised } from './promise.ts'

const minute = 60
const hour = 60 * minute

/** What an acceptance is held on: what comes next, and until when it may be silent. */
export type Lease = Required<{
  [K in 'promisedStep' | 'promisedAt' | 'leaseFromAt' | 'leaseEndsAt']: NonNullable<Alert[K]>
}>

/** Silence a grade allows after a promised time has passed: the limit of its acceptance [D]. */
const graceByGrade: Record<Grade, number> = {
  I: 5 * minute,
  II: 10 * minute,
  III: 15 * minute,
  IV: 30 * minute,
  watch: 30 * minute,
}

/** Longest time without a sign of progress: the 续报 of the grade (domain notes §3.5). */
const longestByGrade: Record<Grade, number> = {
  I: hour,
  II: 2 * hour,
  III: 4 * hour,
  IV: 24 * hour,
  watch: 24 * hour,
}

export function graceSeconds(grade: Grade): number {
  return graceByGrade[grade]
}

export function longestLeaseSeconds(grade: Grade): number {
  return longestByGrade[grade]
}

/** A lease ends with the promise and its grace, with the shift, or with the grade's longest, whichever comes first. */
export function leaseFor(promised: Promised, grade: Grade, now: Date, shiftEndsAt: Date): Lease {
  const ends = [
    promised.at.getTime() + graceSeconds(grade) * 1_000,
    now.getTime() + longestLeaseSeconds(grade) * 1_000,
    shiftEndsAt.getTime(),
  ]
  return {
    promisedStep: promised.step,
    promisedAt: promised.at,
    leaseFromAt: now,
    leaseEndsAt: new Date(Math.min(...ends)),
  }
}

/** A sign of progress by the agency: its acceptance is held anew, with what it does next. */
export function renewLease(alert: Alert, lease: Lease): Alert {
  if (alert.state !== 'accepted' || alert.endedAt) return alert
  return { ...alert, ...lease, version: alert.version + 1 }
}

/** Nouns of the events that can be progress, for those who search the log. */
export const nounsOfProgress: readonly string[] = [
  'step',
  'task',
  'verification',
  'reply',
  'clarification',
  'ledger',
  'plan',
  'payment',
  'instalment',
  'proceeding',
  'legal_aid',
  'transfer',
  'supervision',
  'leader',
  'callout',
  'four_nots',
  'report',
]

/** Its clock stopped or ran out: something was noted, nothing was done. */
const noProgress = /\.(paused|resumed|proposed|overdue|escalated|expired)$/

/** Whether an event its agency made shows that the incident is being handled, not only talked about. */
export function isProgress(eventName: string): boolean {
  const [noun = ''] = eventName.split('.')
  return nounsOfProgress.includes(noun) && !noProgress.test(eventName)
}
