import type { AgencyView, AlertView, IncidentView } from '#contracts/views.ts'
import type { PromiseGround } from '#domain/alert/promise.ts'
import { onRoute } from '#ui/incident/step-duty.ts'

/** What an agency's promise is made from, as this screen knows it; the server's word is final. */
export function promiseGround(
  incident: IncidentView,
  { agency }: Pick<AlertView, 'agency'>,
  agencies: AgencyView[],
  shiftEndsAt: Date,
): PromiseGround {
  return {
    ...onRoute(incident, agencies),
    agency,
    grade: incident.grade,
    steps: incident.steps.filter(({ pausedAt }) => !pausedAt),
    shiftEndsAt,
  }
}
