import type { AlertView, PersonView } from '#contracts/views.ts'
import { offerHandover as offer } from '#domain/alert/hand-over.ts'
import { type Result, refusal } from '#domain/result.ts'
import { userById } from '#store/users.ts'
import { changeAlert } from './change-alert.ts'
import type { Context } from './context.ts'

/**
 * 交接: offers a held duty to a colleague of the same agency; whoever holds it goes on holding it until it is taken.
 * Refusals: those of `changeAlert`, not_accepted, not_a_colleague.
 */
export async function offerHandover(
  context: Context,
  { alertId, version, toId }: { alertId: string; version: number; toId: string },
): Promise<Result<AlertView>> {
  let to: PersonView | null = null
  return changeAlert(
    context,
    { alertId, version },
    async ({ tx, routed, by, person }) => {
      const colleague = await userById(tx, toId)
      if (!colleague || colleague.disabledAt || colleague.id === person.id) return refusal('not_a_colleague')
      to = { post: colleague.post, agency: colleague.agency }
      return offer(routed.alert, { by, to, toId }, context.now)
    },
    (alert, by) => ({ name: 'alert.handover_offered', data: { alert, by, to: to ?? by } }),
  )
}
