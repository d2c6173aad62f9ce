import type { Grade } from '#domain/grading/grade.ts'

/** How hard we try to reach a person. */
export const urgencies = ['critical', 'urgent', 'ordinary', 'low'] as const
export type Urgency = (typeof urgencies)[number]

/** Ⅰ, Ⅱ and danger to life are critical, whatever anybody has set; a watched incident can wait. */
export function urgencyOf(grade: Grade, inDanger: boolean): Urgency {
  if (inDanger || grade === 'I' || grade === 'II') return 'critical'
  if (grade === 'III') return 'urgent'
  return grade === 'IV' ? 'ordinary' : 'low'
}

/** True when `one` is at least as pressing as `other`. */
export function atLeast(one: Urgency, other: Urgency): boolean {
  return urgencies.indexOf(one) <= urgencies.indexOf(other)
}
