import type { AlertView } from '#contracts/views.ts'
import { changed } from '#domain/alert/alert.ts'
import { leaseFor, renewLease } from '#domain/alert/lease.ts'
import { checkPromise, proposePromise } from '#domain/alert/promise.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { PromiseInput } from './accept-alert.ts'
import { changeAlert } from './change-alert.ts'
import type { Context } from './context.ts'
import { promiseGround } from './promise-ground.ts'

/**
 * 报进展: says what was done and what comes next; the acceptance is held anew. Personal data in the note is masked.
 * Refusals: those of `changeAlert`, not_accepted, no_such_step, promise_past, promise_too_late { latest }.
 */
export async function reportProgress(
  context: Context,
  asked: { alertId: string; version: number; note: string; promise?: PromiseInput | null },
): Promise<Result<AlertView>> {
  const { now } = context
  const note = maskPersonalData(asked.note)
  return changeAlert(
    context,
    asked,
    async ({ tx, routed, by }) => {
      if (routed.alert.state !== 'accepted') return refusal('not_accepted')
      const ground = await promiseGround(tx, routed, now)
      const { promise } = asked
      const promised = promise
        ? checkPromise({ step: promise.step, at: new Date(promise.at) }, ground, now)
        : ok(proposePromise(ground, now))
      if (!promised.ok) return promised
      const lease = leaseFor(promised.value, routed.grade, now, ground.shiftEndsAt)
      return ok({ ...renewLease(routed.alert, lease), ...changed(routed.alert, by, now) })
    },
    (alert, by) => ({ name: 'alert.progressed', data: { alert, by, note } }),
  )
}
