import type { LegalAidView } from '#contracts/proceedings.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { legalAidViewOf } from '#store/proceeding-view.ts'
import { legalAidOf, saveLegalAidAccepted } from '#store/proceedings.ts'
import type { Context } from './context.ts'
import { lockedHandled } from './locked-handled.ts'

/**
 * Notes the day a legal aid centre took the workers on.
 * Refusals: no_such_incident, not_your_agency, role_may_not, no_such_referral, already_accepted_on { on },
 * day_in_the_future, stage_order { on }.
 */
export async function acceptLegalAid(
  context: Context,
  asked: { incidentId: string; referralId: string; on: string },
): Promise<Result<LegalAidView>> {
  const today = shanghaiDay(context.now)
  const { referralId, on } = asked
  return context.db.transaction(async (tx) => {
    const locked = await lockedHandled(context, tx, asked.incidentId, 'keep_proceedings')
    if (!locked.ok) return locked
    const { incident, by } = locked.value
    const incidentId = incident.id
    const referral = (await legalAidOf(tx, incidentId)).find(({ id }) => id === referralId)
    if (!referral) return refusal('no_such_referral')
    if (referral.acceptedOn) return refusal('already_accepted_on', { on: referral.acceptedOn })
    if (on > today) return refusal('day_in_the_future')
    if (on < referral.referredOn) return refusal('stage_order', { on: referral.referredOn })
    await saveLegalAidAccepted(tx, referralId, on)
    const view = legalAidViewOf({ ...referral, acceptedOn: on }, today)
    const data = { incidentId, referral: view, by }
    await record(tx, [{ name: 'legal_aid.accepted', data, incidentId, route: incident.route }], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}
