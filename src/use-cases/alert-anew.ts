import { raiseAlert, reviveAlert } from '#domain/alert/alert.ts'
import { clockGradeOf } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { type Duties, lockDuties, saveDuties } from '#store/held-incidents.ts'
import { reopenedClocks } from './close-clocks.ts'
import type { Context } from './context.ts'

/** What was resolved has come back: every agency on the route must look again; who had accepted stays in the log. */
export async function alertAnew(context: Context, tx: Transaction, incident: Incident): Promise<void> {
  const held = await lockDuties(tx, [incident.id])
  await saveDuties(tx, [{ before: held, after: askedAnew(context, held, incident) }])
}

/** The duties of an incident that has come back. */
export function askedAnew(context: Context, { alerts, steps }: Duties, incident: Incident): Duties {
  return {
    alerts: alerts.map((alert) => {
      const grade = clockGradeOf(incident, alert.agency)
      return reviveAlert(alert, raiseAlert('', incident.id, '', grade, context.now, incident.postCount))
    }),
    steps: reopenedClocks(context, steps, incident),
  }
}
