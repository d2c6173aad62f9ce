import type { AlertView } from '#contracts/views.ts'
import { acceptAlert as accept } from '#domain/alert/alert.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { lockAlert, saveAlert } from '#store/alerts.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * One press accepts for the actor's agency and stops its ladder in the same transaction.
 * Refusals: no_such_alert, not_your_agency, role_may_not, already_accepted { who, at }.
 */
export async function acceptAlert(
  context: Context,
  { alertId }: { alertId: string },
): Promise<Result<AlertView>> {
  return context.db.transaction(async (tx) => {
    const found = await lockAlert(tx, alertId)
    if (!found) return refusal('no_such_alert')
    const allowed = may(context.actor, 'accept_alert', { agency: found.alert.agency })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const accepted = accept(found.alert, by, context.now)
    if (!accepted.ok) return accepted
    await saveAlert(tx, accepted.value)
    const alert = alertViewOf(accepted.value)
    await record(
      tx,
      [{ name: 'alert.accepted', data: { alert, by }, incidentId: alert.incidentId, route: found.route }],
      { at: context.now, actor: by },
    )
    return ok(alert)
  })
}
