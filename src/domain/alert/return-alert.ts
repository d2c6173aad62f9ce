import type { Grade } from '#domain/grading/grade.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { type Alert, type Holder, vacateAlert } from './alert.ts'

/** 退回: the agency gives its acceptance back, with a reason that stays; its ladder goes on where it stood. */
export function returnAlert(
  alert: Alert,
  { by, reason, grade }: { by: Holder; reason: string; grade: Grade },
  now: Date,
): Result<Alert, 'alert_ended' | 'not_accepted'> {
  if (alert.endedAt) return refusal('alert_ended', { at: alert.endedAt.toISOString() })
  if (alert.state !== 'accepted') return refusal('not_accepted')
  return ok(vacateAlert(alert, grade, now, { why: 'returned', at: now.toISOString(), holder: by, reason }))
}
