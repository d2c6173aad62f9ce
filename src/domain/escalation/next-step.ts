import type { Alert } from '#domain/alert/alert.ts'
import { rungSeconds } from '#domain/clock/limits.ts'
import type { Grade } from '#domain/grading/grade.ts'

/** 承办人与替班 · 科室负责人 · 副职与办公室 · 分管领导 (domain notes §3.5). */
export const ladder = ['duty', 'section_head', 'deputy_and_office', 'leader'] as const

/**
 * Climbs one rung when the present one has run out; null when nothing is due.
 * A sweep that comes late still climbs one rung at a time, so nobody is skipped;
 * a rung lasts as long as the grade allows, however long the first wait was.
 */
export function nextStep(alert: Alert, grade: Grade, now: Date): Alert | null {
  if (alert.state === 'accepted' || alert.nextStepAt === null || alert.nextStepAt > now) return null
  const rung = Math.min(alert.rung + 1, ladder.length - 1)
  const last = rung === ladder.length - 1
  const limitSeconds = rungSeconds(grade)
  return {
    ...alert,
    rung,
    limitSeconds,
    nextStepAt: last ? null : new Date(now.getTime() + limitSeconds * 1_000),
    version: alert.version + 1,
  }
}
