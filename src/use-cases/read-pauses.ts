import type { PausesView } from '#contracts/clock.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { findIncident } from '#store/incidents.ts'
import { pausesOf } from '#store/steps.ts'
import type { Context } from './context.ts'

/**
 * Every pause of an incident's clocks with the name that stands for it, for those who read its texts too.
 * Refusals: no_such_incident, not_your_agency, role_may_not.
 */
export async function readPauses(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<PausesView>> {
  const incident = await findIncident(context.db, incidentId)
  if (!incident) return refusal('no_such_incident')
  const allowed = may(context.actor, 'see_post_text', { route: incident.route })
  if (!allowed.ok) return allowed
  const pauses = await pausesOf(context.db, incidentId)
  return ok(
    pauses.map(({ incidentId: _, pausedAt, reviewAt, resumedAt, ...pause }) => ({
      ...pause,
      pausedAt: pausedAt.toISOString(),
      reviewAt: reviewAt.toISOString(),
      resumedAt: resumedAt?.toISOString() ?? null,
    })),
  )
}
