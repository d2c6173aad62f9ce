import type { ListedSupervisionView, SupervisionListView } from '#contracts/handling.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { type Actor, may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { briefOf, handledIncident, handledIncidents } from '#store/handled-incident.ts'
import { leadersInCharge, leaderViewOf } from '#store/leaders.ts'
import { findSupervision, listSupervisions, supervisionViewOf } from '#store/supervisions.ts'
import type { Context } from './context.ts'

/** More than a year brings; older ones are found through their incident. */
const listMax = 500

/** Every supervised case and every leader in charge whose incident the reader may see, or whose reply it owes. */
export async function readSupervisions(context: Context): Promise<Result<SupervisionListView>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'see_handling')
  if (!allowed.ok) return allowed
  const [supervisions, leaders] = await Promise.all([
    listSupervisions(db, listMax),
    leadersInCharge(db, listMax),
  ])
  const incidents = await handledIncidents(
    db,
    [...supervisions, ...leaders].map(({ incidentId }) => incidentId),
  )
  const visible = (incidentId: string, unit: string | null): Incident | null => {
    const incident = incidents.get(incidentId)
    return incident && concerns(actor, incident, unit) ? incident : null
  }
  return ok({
    at: now.toISOString(),
    supervisions: supervisions.flatMap((one) => {
      const incident = visible(one.incidentId, one.unit)
      return incident ? [{ ...supervisionViewOf(one), incident: briefOf(incident) }] : []
    }),
    leaders: leaders.flatMap((one) => {
      const incident = visible(one.incidentId, one.agency)
      return incident ? [{ ...leaderViewOf(one), incident: briefOf(incident) }] : []
    }),
  })
}

/**
 * One supervised case, for the printed 督办单.
 * Refusals: no_such_supervision, not_your_agency.
 */
export async function readSupervision(
  context: Context,
  { supervisionId }: { supervisionId: string },
): Promise<Result<ListedSupervisionView>> {
  const supervision = await findSupervision(context.db, supervisionId)
  const incident = supervision && (await handledIncident(context.db, supervision.incidentId))
  if (!supervision || !incident) return refusal('no_such_supervision')
  if (!concerns(context.actor, incident, supervision.unit)) return refusal('not_your_agency')
  return ok({ ...supervisionViewOf(supervision), incident: briefOf(incident) })
}

function concerns(actor: Actor, { route }: Incident, unit: string | null): boolean {
  if (may(actor, 'see_incident', { route }).ok) return true
  return unit !== null && may(actor, 'answer_for_agency', { agency: unit }).ok
}
