import { ok, type Result, refusal } from '#domain/result.ts'
import { type Alert, changed, type Holder } from './alert.ts'
import type { Lease } from './lease.ts'

/** 交接: offered to a colleague by name of post; whoever holds it goes on holding it until the colleague takes it. */
export function offerHandover(
  alert: Alert,
  { by, to, toId }: { by: Holder; to: Holder; toId: string },
  now: Date,
): Result<Alert, 'alert_ended' | 'not_accepted' | 'not_a_colleague'> {
  const refused = held(alert)
  if (refused) return refused
  if (to.agency !== alert.agency) return refusal('not_a_colleague')
  const handover = { toId, to, by, at: now.toISOString() }
  return ok({ ...alert, handover, ...changed(alert, by, now) })
}

/** The colleague named takes it, and holds it from now on. */
export function takeHandover(
  alert: Alert,
  { by, byId, lease }: { by: Holder; byId: string; lease: Lease },
  now: Date,
): Result<Alert, 'alert_ended' | 'not_accepted' | 'no_handover' | 'handover_to_another'> {
  const refused = held(alert)
  if (refused) return refused
  if (!alert.handover) return refusal('no_handover')
  if (alert.handover.toId !== byId) return refusal('handover_to_another', { who: alert.handover.to.post })
  return ok(passAlert(alert, { by, lease }, now))
}

/** Whoever held it, this officer holds it from now on. */
export function passAlert(alert: Alert, { by, lease }: { by: Holder; lease: Lease }, now: Date): Alert {
  return { ...alert, ...lease, acceptedAt: now, acceptedBy: by, handover: null, ...changed(alert, by, now) }
}

/** The colleague says no, or the giver thinks better of it: nothing has changed hands. */
export function declineHandover(
  alert: Alert,
  { by }: { by: Holder },
  now: Date,
): Result<Alert, 'alert_ended' | 'not_accepted' | 'no_handover'> {
  const refused = held(alert)
  if (refused) return refused
  if (!alert.handover) return refusal('no_handover')
  return ok({ ...alert, handover: null, ...changed(alert, by, now) })
}

function held(alert: Alert) {
  if (alert.endedAt) return refusal('alert_ended', { at: alert.endedAt.toISOString() })
  return alert.state === 'accepted' ? null : refusal('not_accepted')
}
