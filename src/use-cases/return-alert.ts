import type { AlertView } from '#contracts/views.ts'
import { returnAlert as giveBack } from '#domain/alert/return-alert.ts'
import { rungsCalled } from '#domain/contact/contact-rung.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import type { Result } from '#domain/result.ts'
import { changeAlert } from './change-alert.ts'
import type { Context } from './context.ts'

/**
 * 退回: gives an acceptance back with a reason; the ladder goes on from the rung it had reached.
 * Refusals: those of `changeAlert`, not_accepted.
 */
export async function returnAlert(
  context: Context,
  { alertId, version, reason }: { alertId: string; version: number; reason: string },
): Promise<Result<AlertView>> {
  const masked = maskPersonalData(reason)
  let called: string[] = []
  return changeAlert(
    context,
    { alertId, version },
    ({ routed, by }) => {
      called = [...rungsCalled(routed.alert.rung, routed.grade)]
      return giveBack(routed.alert, { by, reason: masked, grade: routed.grade }, context.now)
    },
    (alert, by) => ({
      name: 'alert.returned',
      data: { alert, by, reason: masked, rung: alert.rung, called },
    }),
  )
}
