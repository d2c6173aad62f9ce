import type { AlertView, IncidentView } from '#contracts/views.ts'
import { compareGrades } from '#domain/grading/grade.ts'

export type Owed = { incident: IncidentView; alert: AlertView }

/**
 * The incident whose alert takes the phone: the one under the thumb while there is one, else the gravest owed.
 * `graver` is one that outranks it and is only announced, never put in its place.
 */
export function chooseAlert(
  owed: Owed[],
  held: IncidentView | undefined,
): { shown: IncidentView | undefined; graver: IncidentView | null } {
  const [first] = [...owed].sort(gravestFirst)
  const shown = held ?? first?.incident
  const outranked = first && shown && compareGrades(first.incident.grade, shown.grade) > 0
  return { shown, graver: outranked ? first.incident : null }
}

function gravestFirst(a: Owed, b: Owed): number {
  return (
    compareGrades(b.incident.grade, a.incident.grade) || Date.parse(a.alert.dueAt) - Date.parse(b.alert.dueAt)
  )
}
