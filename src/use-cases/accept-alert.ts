import type { AlertView } from '#contracts/views.ts'
import { acceptAlert as accept } from '#domain/alert/alert.ts'
import { leaseFor } from '#domain/alert/lease.ts'
import { checkPromise, type PromisedStep, proposePromise } from '#domain/alert/promise.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { lockAlert, saveAlert } from '#store/alerts.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import { type Context, recordedActor } from './context.ts'
import { promiseGround } from './promise-ground.ts'

/** What the officer promises, as it comes from a screen; `at` ISO 8601. */
export type PromiseInput = { step: PromisedStep; at: string }

/**
 * One press accepts for the actor's agency, as a lease on the next step, and stops its ladder in the same transaction.
 * It needs no version: whatever has climbed meanwhile, an acceptance is welcome.
 * Refusals: no_such_alert, not_your_agency, role_may_not, already_accepted { who, at }, alert_ended { at },
 * no_such_step, promise_past, promise_too_late { latest }.
 */
export async function acceptAlert(
  context: Context,
  { alertId, promise = null }: { alertId: string; promise?: PromiseInput | null },
): Promise<Result<AlertView>> {
  return context.db.transaction(async (tx) => {
    const { now } = context
    const found = await lockAlert(tx, alertId)
    if (!found) return refusal('no_such_alert')
    const allowed = may(context.actor, 'accept_alert', { agency: found.alert.agency })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    if (!found.isOpen) return refusal('alert_ended', { at: (found.alert.endedAt ?? now).toISOString() })
    const ground = await promiseGround(tx, found, now)
    const promised = promise
      ? checkPromise({ step: promise.step, at: new Date(promise.at) }, ground, now)
      : ok(proposePromise(ground, now))
    if (!promised.ok) return promised
    const lease = leaseFor(promised.value, found.grade, now, ground.shiftEndsAt)
    const accepted = accept(found.alert, by, now, lease)
    if (!accepted.ok) return accepted
    await saveAlert(tx, accepted.value)
    const alert = alertViewOf(accepted.value)
    await record(
      tx,
      [{ name: 'alert.accepted', data: { alert, by }, incidentId: alert.incidentId, route: found.route }],
      { at: now, actor: by },
    )
    return ok(alert)
  })
}
