import type { Context } from './context.ts'
import { escalateAlerts } from './escalate-alerts.ts'
import { lapseAlerts } from './lapse-alerts.ts'
import { renewLeases } from './renew-leases.ts'
import { wakeAlerts } from './wake-alerts.ts'

/** Every clock of acceptances and ladders, in the order that counts: who has done something keeps what it holds. */
export async function sweepAlerts(context: Context): Promise<void> {
  await renewLeases(context)
  await lapseAlerts(context)
  await wakeAlerts(context)
  await escalateAlerts(context)
}
