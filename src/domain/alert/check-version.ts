import { type Refusal, refusal } from '#domain/result.ts'
import type { Alert } from './alert.ts'

/**
 * Null when the alert is still as the officer saw it; else who was faster and when; `none` for a clock of ours that
 * ran out meanwhile.
 */
export function checkVersion(alert: Alert, seen: number, now: Date): Refusal<'alert_changed'> | null {
  if (seen === alert.version) return null
  return refusal('alert_changed', {
    who: alert.changedBy?.post ?? 'none',
    at: (alert.changedAt ?? now).toISOString(),
  }).refusal
}
