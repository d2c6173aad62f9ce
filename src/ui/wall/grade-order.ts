import type { GradeView, IncidentView } from '#contracts/views.ts'

/** The order in which grades are listed, worst first. */
export const gradesWorstFirst: readonly GradeView[] = ['I', 'II', 'III', 'IV', 'watch']

/** The worst grade that is open, null on a quiet day. */
export function worstGrade(incidents: IncidentView[]): GradeView | null {
  return gradesWorstFirst.find((grade) => incidents.some((incident) => incident.grade === grade)) ?? null
}
