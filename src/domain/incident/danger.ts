import type { Grade } from '#domain/grading/grade.ts'
import type { Incident } from './incident.ts'

/** Danger to life is an alarm of its own until an officer says that the scene is calm. */
export function isLifeThreatened({
  danger,
  dangerOver,
}: {
  danger: readonly string[]
  dangerOver?: object | boolean | null
}): boolean {
  return danger.length > 0 && !dangerOver
}

/** The police have the shortest clock there is while a life is in danger, whatever the grade. */
export function clockGradeOf(
  incident: Pick<Incident, 'grade' | 'danger' | 'dangerOver'>,
  agency: string,
): Grade {
  return agency === 'gaj' && isLifeThreatened(incident) ? 'I' : incident.grade
}
