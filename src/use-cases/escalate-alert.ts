import type { AlertView } from '#contracts/views.ts'
import { checkVersion } from '#domain/alert/check-version.ts'
import { climbByHand } from '#domain/escalation/next-step.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { lockAlert, saveAlert } from '#store/alerts.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import { climbEvents } from './climb-events.ts'
import { type Context, recordedActor } from './context.ts'
import { readReach } from './escalate-alerts.ts'

/**
 * 升级: a person calls the next rung before its time, for the own agency or for another on the route.
 * Refusals: no_such_alert, not_your_agency, role_may_not, alert_ended { at }, alert_changed { who, at },
 * already_accepted { who, at }, ladder_at_top.
 */
export async function escalateAlert(
  context: Context,
  { alertId, version }: { alertId: string; version: number },
): Promise<Result<AlertView>> {
  return context.db.transaction(async (tx) => {
    const { now } = context
    const routed = await lockAlert(tx, alertId)
    if (!routed) return refusal('no_such_alert')
    const { alert, route, grade, posts } = routed
    const allowed = may(context.actor, 'escalate_alert', { route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    if (alert.endedAt || !routed.isOpen) {
      return refusal('alert_ended', { at: (alert.endedAt ?? now).toISOString() })
    }
    if (alert.state === 'accepted') {
      const at = (alert.acceptedAt ?? now).toISOString()
      return refusal('already_accepted', { who: alert.acceptedBy?.post ?? '', at })
    }
    const changed = checkVersion(alert, version, now)
    if (changed) return { ok: false, refusal: changed }
    const { reaches } = await readReach(tx, now)
    const climb = climbByHand(alert, { grade, posts, reaches }, now)
    if (!climb) return refusal('ladder_at_top')
    const climbed = { ...climb, alert: { ...climb.alert, changedBy: by } }
    await saveAlert(tx, climbed.alert)
    await record(tx, climbEvents(routed, climbed, by), { at: now, actor: by })
    return ok(alertViewOf(climbed.alert))
  })
}
