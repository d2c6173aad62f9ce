import type { Context } from './context.ts'
import { escalateAlerts } from './escalate-alerts.ts'
import { lapseAlerts } from './lapse-alerts.ts'
import { renewLeases } from './renew-leases.ts'
import { wakeAlerts } from './wake-alerts.ts'

/**
 * Every clock of acceptances and ladders, in the order that counts: who has done something keeps what it holds. A part that
 * fails holds up no other: what a broken row stops is said, and the ladders climb on.
 */
export async function sweepAlerts(context: Context): Promise<void> {
  const failures: unknown[] = []
  for (const part of [renewLeases, lapseAlerts, wakeAlerts, escalateAlerts]) {
    await part(context).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new Error('a part of the sweep failed', { cause: failures[0] })
}
