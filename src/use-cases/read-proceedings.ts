import type { ProceedingsView } from '#contracts/proceedings.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { mergedInto } from '#store/handled-incident.ts'
import { numberOf } from '#store/incident-view.ts'
import { findIncident } from '#store/incidents.ts'
import { legalAidViewOf, proceedingViewOf } from '#store/proceeding-view.ts'
import { legalAidOf, proceedingsOf } from '#store/proceedings.ts'
import { transfersOf, transferViewOf } from '#store/transfers.ts'
import type { Context } from './context.ts'
import { onRouteOf, type RoutedAction } from './locked-incident.ts'

/**
 * What runs before arbitrators, courts, legal aid and the police, also for incidents merged into this one.
 * Refusals: no_such_incident, not_your_agency.
 */
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
  const [proceedings, legalAid, transfers, merged] = await Promise.all([
    proceedingsOf(db, incidentId),
    legalAidOf(db, incidentId),
    transfersOf(db, incidentId),
    mergedInto(db, incidentId),
  ])
  const numbers = new Map(merged.map((one) => [one.id, numberOf(one)]))
  const from = (row: { incidentId: string }) => ({ origin: numbers.get(row.incidentId) ?? null })
  const mine = (action: RoutedAction) => incident.mergedInto === null && may(actor, action, on).ok
  return ok({
    proceedings: proceedings.map((row) => ({ ...proceedingViewOf(row, today), ...from(row) })),
    legalAid: legalAid.map((row) => ({ ...legalAidViewOf(row, today), ...from(row) })),
    transfers: transfers.map((row) => ({ ...transferViewOf(row), ...from(row) })),
    may: {
      keep: mine('keep_proceedings'),
      transfer: mine('transfer_to_police'),
      decide: mine('decide_transfer'),
      reply: mine('reply_to_transfer'),
    },
  })
}
