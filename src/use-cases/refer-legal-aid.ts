import type { z } from 'zod'
import type { LegalAidView, referLegalAidInput } from '#contracts/proceedings.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { legalAidViewOf } from '#store/proceeding-view.ts'
import { insertLegalAid, type LegalAidRow } from '#store/proceedings.ts'
import type { Context } from './context.ts'
import { lockedHandled } from './locked-handled.ts'

/**
 * Notes that so many workers, who agreed to it, were sent on to a legal aid centre; a number, never a name.
 * Refusals: no_such_incident, not_your_agency, role_may_not, day_in_the_future.
 */
export async function referLegalAid(
  context: Context,
  asked: z.output<typeof referLegalAidInput>,
): Promise<Result<LegalAidView>> {
  const today = shanghaiDay(context.now)
  const { centre, people, on } = asked
  return context.db.transaction(async (tx) => {
    const locked = await lockedHandled(context, tx, asked.incidentId, 'keep_proceedings')
    if (!locked.ok) return locked
    if (on > today) return refusal('day_in_the_future')
    const { incident, by } = locked.value
    const incidentId = incident.id
    const row: LegalAidRow = {
      id: context.newId(),
      incidentId,
      centre: maskPersonalData(centre),
      people,
      referredOn: on,
      acceptedOn: null,
      by,
    }
    await insertLegalAid(tx, row)
    const view = legalAidViewOf(row, today)
    const data = { incidentId, referral: view, by }
    await record(tx, [{ name: 'legal_aid.referred', data, incidentId, route: incident.route }], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}
