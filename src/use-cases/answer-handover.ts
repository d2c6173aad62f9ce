import type { AlertView } from '#contracts/views.ts'
import { declineHandover, takeHandover } from '#domain/alert/hand-over.ts'
import { leaseFor } from '#domain/alert/lease.ts'
import { proposePromise } from '#domain/alert/promise.ts'
import { shiftEndAfterHandover } from '#domain/clock/shifts.ts'
import type { Result } from '#domain/result.ts'
import { changeAlert } from './change-alert.ts'
import type { Context } from './context.ts'
import { promiseGround } from './promise-ground.ts'
import { readShiftEnds } from './shift-ends.ts'

/**
 * The colleague takes an offered duty, or it is declined, by the colleague or by whoever offered it.
 * What is taken shortly before a shift ends belongs to the next one.
 * Refusals: those of `changeAlert`, not_accepted, no_handover, handover_to_another { who }.
 */
export async function answerHandover(
  context: Context,
  { alertId, version, take }: { alertId: string; version: number; take: boolean },
): Promise<Result<AlertView>> {
  const { now } = context
  return changeAlert(
    context,
    { alertId, version },
    async ({ tx, routed, by, person }) => {
      if (!take) return declineHandover(routed.alert, { by }, now)
      const shiftEnds = await readShiftEnds(tx, now)
      const shiftEndsAt = shiftEndAfterHandover(now, (at) => shiftEnds(routed.alert.agency, at))
      const ground = { ...(await promiseGround(tx, routed, now)), shiftEndsAt }
      const lease = leaseFor(proposePromise(ground, now), routed.grade, now, shiftEndsAt)
      return takeHandover(routed.alert, { by, byId: person.id, lease }, now)
    },
    (alert, by, before) =>
      take
        ? { name: 'alert.handed_over', data: { alert, by, from: before.acceptedBy } }
        : { name: 'alert.handover_declined', data: { alert, by } },
  )
}
