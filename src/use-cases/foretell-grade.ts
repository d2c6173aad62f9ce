import type { ForetoldView } from '#contracts/release.ts'
import type { Grade } from '#domain/grading/grade.ts'
import type { Queryable } from '#store/database.ts'
import { findIncident } from '#store/incidents.ts'

/** What letting go of a grade Ⅰ set or lowered by hand would change. */
export async function foretellGrade(
  db: Queryable,
  { incidentId, grade }: { incidentId: string; grade: Grade },
): Promise<ForetoldView[]> {
  const incident = await findIncident(db, incidentId)
  return incident && incident.grade !== grade ? [{ what: 'grade', from: incident.grade, to: grade }] : []
}
