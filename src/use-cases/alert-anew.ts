import { raiseAlert, reviveAlert } from '#domain/alert/alert.ts'
import { clockGradeOf } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { lockAlertsOf, saveAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import type { Context } from './context.ts'

/** What was resolved has come back: every agency on the route must look again; who had accepted stays in the log. */
export async function alertAnew(context: Context, tx: Transaction, incident: Incident): Promise<void> {
  for (const alert of await lockAlertsOf(tx, incident.id)) {
    const grade = clockGradeOf(incident, alert.agency)
    await saveAlert(tx, reviveAlert(alert, raiseAlert('', incident.id, '', grade, context.now)))
  }
}
