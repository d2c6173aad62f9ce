import type { RegradedView } from '#contracts/grading.ts'
import { checkDecision, needsSecondPerson } from '#domain/grading/decision.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result } from '#domain/result.ts'
import { askReleaseIn } from './ask-release.ts'
import type { Context } from './context.ts'
import { decideGrade } from './decide-grade.ts'
import { holdOpenIncident } from './hold-open-incident.ts'

/**
 * A person confirms, raises or lowers the grade; Ⅰ set or lowered by hand waits for a second person.
 * Refusals: no_such_incident, not_open, not_your_agency, role_may_not, facts_changed_since { grade }, reason_needed,
 * grade_stands { who, at }, already_asked { who, at }.
 */
export async function regradeIncident(
  context: Context,
  said: { incidentId: string; grade: Grade; seen: Grade; reason: string | null },
): Promise<Result<RegradedView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdOpenIncident(context, tx, said.incidentId, 'regrade_incident')
    if (!held.ok) return held
    const { before, by } = held.value
    const taken = checkDecision(before, said)
    if (!taken.ok) return taken
    if (needsSecondPerson(before, said.grade)) {
      const reason = maskPersonalData(said.reason ?? '')
      const asked = await askReleaseIn(context, tx, {
        kind: 'grade_one',
        incidentId: before.id,
        payload: { grade: said.grade, reason },
        reason,
      })
      return asked.ok ? ok({ state: 'asked' as const, release: asked.value }) : asked
    }
    const incident = await decideGrade(context, tx, before, said, { by, secondBy: null })
    return ok({ state: 'decided' as const, incident })
  })
}
