import { acceptanceDue, rungSeconds } from '#domain/clock/limits.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { ok, type Refusal, refusal } from '#domain/result.ts'

/** A duty post and its agency; never a personal name. */
export type Holder = { post: string; agency: string | null }

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
  acceptedAt: Date | null
  acceptedBy: Holder | null
  version: number
}

export function raiseAlert(id: string, incidentId: string, agency: string, grade: Grade, now: Date): Alert {
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
    acceptedAt: null,
    acceptedBy: null,
    version: 1,
  }
}

/** The same duty again, from its beginning: a resolved incident has come back. */
export function reviveAlert(alert: Alert, fresh: Alert): Alert {
  const { id, incidentId, agency, version } = alert
  return { ...fresh, id, incidentId, agency, version: version + 1 }
}

/** One press accepts for the whole agency; whoever comes second is told who was first, and when. */
export function acceptAlert(
  alert: Alert,
  by: Holder,
  now: Date,
): { ok: true; value: Alert } | { ok: false; refusal: Refusal<'already_accepted'> } {
  if (alert.state === 'accepted') {
    return refusal('already_accepted', {
      who: alert.acceptedBy?.post ?? '',
      at: (alert.acceptedAt ?? now).toISOString(),
    })
  }
  return ok({
    ...alert,
    state: 'accepted',
    nextStepAt: null,
    acceptedAt: now,
    acceptedBy: by,
    version: alert.version + 1,
  })
}

/** A graver grade shortens a running clock and every later rung, never lengthens one, and keeps the rung already climbed. */
export function hastenAlert(alert: Alert, grade: Grade, now: Date): Alert {
  if (alert.state === 'accepted') return alert
  const { dueAt, limitSeconds } = alert.rung === 0 ? acceptanceDue(grade, now) : rungFrom(grade, now)
  if (limitSeconds >= alert.limitSeconds) return alert
  return {
    ...alert,
    dueAt: alert.rung === 0 ? earlier(alert.dueAt, dueAt) : alert.dueAt,
    nextStepAt: alert.nextStepAt && earlier(alert.nextStepAt, dueAt),
    limitSeconds,
    version: alert.version + 1,
  }
}

function rungFrom(grade: Grade, now: Date) {
  const limitSeconds = rungSeconds(grade)
  return { dueAt: new Date(now.getTime() + limitSeconds * 1_000), limitSeconds }
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
