import { acceptanceDue, rungSeconds } from '#domain/clock/limits.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { ok, type Refusal, refusal } from '#domain/result.ts'
import type { Lapse } from './lapse-alert.ts'
import { type Lease, longestLeaseSeconds } from './lease.ts'
import type { PromisedStep } from './promise.ts'

/** A duty post and its agency; never a personal name. */
export type Holder = { post: string; agency: string | null }

/** A duty offered to a colleague, who does not hold it before taking it. */
export type Handover = {
  /** The colleague's account. */
  toId: string
  to: Holder
  by: Holder
  /** ISO 8601. */
  at: string
}

export type Alert = {
  id: string
  incidentId: string
  agency: string
  state: 'unaccepted' | 'accepted'
  raisedAt: Date
  dueAt: Date
  limitSeconds: number
  /** When the ladder's next rung is called; null once accepted or at the ladder's end. */
  nextStepAt: Date | null
  rung: number
  /** Posts the incident told of when the present rung was called: what came since is a counter, not a page. */
  heardPosts: number
  /** Rungs that were called and had nobody reachable. */
  unreachable: number[]
  acceptedAt: Date | null
  acceptedBy: Holder | null
  /** What the holder does next, and until when; null while nobody holds it. */
  promisedStep: PromisedStep | null
  promisedAt: Date | null
  /** An acceptance is held from its last sign of progress until its end. */
  leaseFromAt: Date | null
  leaseEndsAt: Date | null
  handover: Handover | null
  /** How the last acceptance ended; null when there was none, or it holds. */
  lapse: Lapse | null
  /** The ladder waits until then. */
  snoozeEndsAt: Date | null
  /** The rung that was put off, which is done once. */
  snoozedRung: number | null
  /** The incident is over: nobody owes anything any more. */
  endedAt: Date | null
  /** Who changed it last, and when; null for our own clocks. */
  changedAt: Date | null
  changedBy: Holder | null
  version: number
}

const unheld = {
  acceptedAt: null,
  acceptedBy: null,
  promisedStep: null,
  promisedAt: null,
  leaseFromAt: null,
  leaseEndsAt: null,
  handover: null,
} as const

export function raiseAlert(
  id: string,
  incidentId: string,
  agency: string,
  grade: Grade,
  now: Date,
  posts = 1,
): Alert {
  const { dueAt, limitSeconds } = acceptanceDue(grade, now)
  return {
    id,
    incidentId,
    agency,
    state: 'unaccepted',
    raisedAt: now,
    dueAt,
    limitSeconds,
    nextStepAt: dueAt,
    rung: 0,
    heardPosts: posts,
    unreachable: [],
    ...unheld,
    lapse: null,
    snoozeEndsAt: null,
    snoozedRung: null,
    endedAt: null,
    changedAt: null,
    changedBy: null,
    version: 1,
  }
}

/** The same duty again, from its beginning: a resolved incident has come back. */
export function reviveAlert(alert: Alert, fresh: Alert): Alert {
  const { id, incidentId, agency, version } = alert
  return { ...fresh, id, incidentId, agency, version: version + 1 }
}

export type AcceptRefusal = 'already_accepted' | 'alert_ended'

/** One press accepts for the whole agency, for as long as the lease says; whoever comes second is told who was first, and when. */
export function acceptAlert(
  alert: Alert,
  by: Holder,
  now: Date,
  lease: Lease,
): { ok: true; value: Alert } | { ok: false; refusal: Refusal<AcceptRefusal> } {
  if (alert.endedAt) return refusal('alert_ended', { at: alert.endedAt.toISOString() })
  if (alert.state === 'accepted') {
    return refusal('already_accepted', {
      who: alert.acceptedBy?.post ?? '',
      at: (alert.acceptedAt ?? now).toISOString(),
    })
  }
  return ok({
    ...alert,
    ...lease,
    state: 'accepted',
    nextStepAt: null,
    acceptedAt: now,
    acceptedBy: by,
    handover: null,
    lapse: null,
    snoozeEndsAt: null,
    snoozedRung: null,
    ...changed(alert, by, now),
  })
}

/** Nobody holds it any more; its ladder goes on from the rung it had reached, with a clock of its own. */
export function vacateAlert(alert: Alert, grade: Grade, now: Date, lapse: Lapse): Alert {
  const { dueAt, limitSeconds } = alert.rung === 0 ? acceptanceDue(grade, now) : rungFrom(grade, now)
  return {
    ...alert,
    ...unheld,
    state: 'unaccepted',
    dueAt,
    limitSeconds,
    nextStepAt: isTop(alert.rung) ? null : dueAt,
    lapse,
    snoozeEndsAt: null,
    snoozedRung: null,
    changedAt: now,
    changedBy: lapse.why === 'returned' ? lapse.holder : null,
    version: alert.version + 1,
  }
}

/** Its incident is over, or was merged away: who had accepted stays to be read, and no clock runs. */
export function endAlert(alert: Alert, now: Date): Alert {
  if (alert.endedAt) return alert
  return {
    ...alert,
    nextStepAt: null,
    leaseEndsAt: null,
    handover: null,
    snoozeEndsAt: null,
    endedAt: now,
    version: alert.version + 1,
  }
}

/**
 * A graver grade shortens a running clock, every later rung and a lease, never lengthens one, and keeps the rung
 * already climbed.
 */
export function hastenAlert(alert: Alert, grade: Grade, now: Date): Alert {
  if (alert.endedAt) return alert
  if (alert.state === 'accepted') return hastenLease(alert, grade, now)
  const { dueAt, limitSeconds } = alert.rung === 0 ? acceptanceDue(grade, now) : rungFrom(grade, now)
  if (limitSeconds >= alert.limitSeconds) return alert
  return {
    ...alert,
    dueAt: alert.rung === 0 ? earlier(alert.dueAt, dueAt) : alert.dueAt,
    nextStepAt: alert.nextStepAt && earlier(alert.nextStepAt, dueAt),
    snoozeEndsAt: alert.snoozeEndsAt && earlier(alert.snoozeEndsAt, dueAt),
    limitSeconds,
    version: alert.version + 1,
  }
}

/** What every change by a person leaves behind. */
export function changed(
  { version }: Pick<Alert, 'version'>,
  by: Holder,
  now: Date,
): Pick<Alert, 'changedAt' | 'changedBy' | 'version'> {
  return { changedAt: now, changedBy: by, version: version + 1 }
}

/** 分管领导: above them this ladder calls nobody. */
export const topRung = 3

export function isTop(rung: number): boolean {
  return rung >= topRung
}

function hastenLease(alert: Alert, grade: Grade, now: Date): Alert {
  const latest = new Date(now.getTime() + longestLeaseSeconds(grade) * 1_000)
  if (!alert.leaseEndsAt || alert.leaseEndsAt <= latest) return alert
  return { ...alert, leaseEndsAt: latest, version: alert.version + 1 }
}

function rungFrom(grade: Grade, now: Date) {
  const limitSeconds = rungSeconds(grade)
  return { dueAt: new Date(now.getTime() + limitSeconds * 1_000), limitSeconds }
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
