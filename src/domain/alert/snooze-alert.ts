import type { Grade } from '#domain/grading/grade.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { type Alert, changed, type Holder } from './alert.ts'

type Refused =
  | 'alert_ended'
  | 'already_accepted'
  | 'already_snoozed'
  | 'ladder_at_top'
  | 'snooze_past'
  | 'snooze_too_long'

/** Seconds a call may be put off: short where it is grave or somebody is in danger [D]. */
export function longestSnoozeSeconds(grade: Grade, danger: boolean): number {
  return danger || grade === 'I' || grade === 'II' ? 10 * 60 : 60 * 60
}

/** The latest a call may be put off to; never past the end of the shift. */
export function latestSnooze(
  { grade, danger, shiftEndsAt }: { grade: Grade; danger: boolean; shiftEndsAt: Date },
  now: Date,
): Date {
  const longest = now.getTime() + longestSnoozeSeconds(grade, danger) * 1_000
  return new Date(Math.min(longest, shiftEndsAt.getTime()))
}

/**
 * 稍后: the ladder waits until a named time, then the present rung is called again and has the time it had left. Once for
 * each rung, so that nobody puts a call off for ever; nothing is accepted by it, and what is overdue stays overdue.
 */
export function snoozeAlert(
  alert: Alert,
  { by, until, latest }: { by: Holder; until: Date; latest: Date },
  now: Date,
): Result<Alert, Refused> {
  if (alert.endedAt) return refusal('alert_ended', { at: alert.endedAt.toISOString() })
  if (alert.state === 'accepted') {
    const at = (alert.acceptedAt ?? now).toISOString()
    return refusal('already_accepted', { who: alert.acceptedBy?.post ?? '', at })
  }
  if (alert.nextStepAt === null) return refusal('ladder_at_top')
  if (alert.snoozedRung === alert.rung) return refusal('already_snoozed')
  if (until <= now) return refusal('snooze_past')
  if (until > latest) return refusal('snooze_too_long', { latest: latest.toISOString() })
  const left = Math.max(0, alert.nextStepAt.getTime() - now.getTime())
  return ok({
    ...alert,
    snoozeEndsAt: until,
    snoozedRung: alert.rung,
    nextStepAt: new Date(until.getTime() + left),
    ...changed(alert, by, now),
  })
}

/** The time it was put off to has come: the same rung is called again. Null while it has not. */
export function wakeAlert(alert: Alert, posts: number, now: Date): Alert | null {
  if (alert.state === 'accepted' || alert.endedAt || !alert.snoozeEndsAt || alert.snoozeEndsAt > now)
    return null
  return { ...alert, snoozeEndsAt: null, heardPosts: posts, version: alert.version + 1 }
}
