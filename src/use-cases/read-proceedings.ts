import type { ProceedingsView } from '#contracts/proceedings.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { findIncident } from '#store/incidents.ts'
import { legalAidViewOf, proceedingViewOf } from '#store/proceeding-view.ts'
import { legalAidOf, proceedingsOf } from '#store/proceedings.ts'
import { transferOf, transferViewOf } from '#store/transfers.ts'
import type { Context } from './context.ts'
import { onRouteOf } from './locked-incident.ts'

/** What runs before arbitrators, courts, legal aid and the police. Refusals: no_such_incident, not_your_agency. */
export async function readProceedings(
  { actor, db, now }: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<ProceedingsView>> {
  const incident = await findIncident(db, incidentId)
  if (!incident) return refusal('no_such_incident')
  const on = onRouteOf(incident)
  const allowed = may(actor, 'see_incident', on)
  if (!allowed.ok) return allowed
  const today = shanghaiDay(now)
  const [proceedings, legalAid, transfer] = await Promise.all([
    proceedingsOf(db, incidentId),
    legalAidOf(db, incidentId),
    transferOf(db, incidentId),
  ])
  return ok({
    proceedings: proceedings.map((row) => proceedingViewOf(row, today)),
    legalAid: legalAid.map((row) => legalAidViewOf(row, today)),
    transfer: transfer && transferViewOf(transfer),
    may: {
      keep: may(actor, 'keep_proceedings', on).ok,
      transfer: may(actor, 'transfer_to_police', on).ok,
      decide: may(actor, 'decide_transfer', on).ok,
      reply: may(actor, 'reply_to_transfer', on).ok,
    },
  })
}
