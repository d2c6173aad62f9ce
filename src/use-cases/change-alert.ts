import type { NewEvent } from '#contracts/events.ts'
import type { AlertView, PersonView } from '#contracts/views.ts'
import type { Alert } from '#domain/alert/alert.ts'
import { checkVersion } from '#domain/alert/check-version.ts'
import { may, type Person } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { lockAlert, type RoutedAlert, saveAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import { type Context, recordedActor } from './context.ts'

export type Changing = { tx: Transaction; routed: RoutedAlert; by: PersonView; person: Person }

/**
 * What every change of a held duty has in common: the row's lock, the agency's own officer, the version the officer
 * saw, and the event in the same transaction.
 * Refusals: no_such_alert, not_your_agency, role_may_not, alert_ended { at }, alert_changed { who, at }, and the rule's.
 */
export async function changeAlert(
  context: Context,
  { alertId, version }: { alertId: string; version: number },
  rule: (changing: Changing) => Promise<Result<Alert>> | Result<Alert>,
  told: (alert: AlertView, by: PersonView, before: Alert) => Pick<NewEvent, 'name' | 'data'>,
): Promise<Result<AlertView>> {
  return context.db.transaction(async (tx) => {
    const routed = await lockAlert(tx, alertId)
    if (!routed) return refusal('no_such_alert')
    const { actor, now } = context
    const allowed = may(actor, 'accept_alert', { agency: routed.alert.agency })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by || actor.kind !== 'person') return refusal('role_may_not')
    if (!routed.isOpen) return refusal('alert_ended', { at: (routed.alert.endedAt ?? now).toISOString() })
    const changed = checkVersion(routed.alert, version, now)
    if (changed) return { ok: false, refusal: changed }
    const next = await rule({ tx, routed, by, person: actor })
    if (!next.ok) return next
    await saveAlert(tx, next.value)
    const alert = alertViewOf(next.value)
    const event = { ...told(alert, by, routed.alert), incidentId: alert.incidentId, route: routed.route }
    await record(tx, [event as NewEvent & { route: string[] }], { at: now, actor: by })
    return ok(alert)
  })
}
