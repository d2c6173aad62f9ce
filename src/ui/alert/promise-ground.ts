import type { AgencyView, AlertView, IncidentView } from '#contracts/views.ts'
import type { PromiseGround } from '#domain/alert/promise.ts'
import { shiftEnd } from '#domain/clock/shifts.ts'
import seed from '#seeds/shifts.json' with { type: 'json' }
import { onRoute } from '#ui/incident/step-duty.ts'

/** What an agency's promise is made from, as this screen knows it; the server's word is final. */
export function promiseGround(
  incident: IncidentView,
  { agency }: Pick<AlertView, 'agency'>,
  agencies: AgencyView[],
  now: number,
): PromiseGround {
  return {
    ...onRoute(incident, agencies),
    agency,
    grade: incident.grade,
    steps: incident.steps.filter(({ pausedAt }) => !pausedAt),
    shiftEndsAt: shiftEnd(new Date(now), seed.shifts),
  }
}
