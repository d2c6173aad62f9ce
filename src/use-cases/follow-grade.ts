import { type Alert, hastenAlert, raiseAlert } from '#domain/alert/alert.ts'
import { stepsDue } from '#domain/clock/limits.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { insertAlerts, lockAlertsOf, saveAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { saveSteps } from '#store/incidents.ts'
import { inSeason } from './assess-incident.ts'
import type { Context } from './context.ts'

/** A graver grade hastens clocks, its own running from now; agencies new on the route are alerted and returned. */
export async function followGrade(
  context: Context,
  tx: Transaction,
  before: Incident,
  after: Incident,
): Promise<Alert[]> {
  const { now } = context
  if (after.grade !== before.grade) {
    for (const alert of await lockAlertsOf(tx, after.id)) {
      const hastened = hastenAlert(alert, after.grade, now)
      if (hastened !== alert) await saveAlert(tx, hastened)
    }
  }
  if (after.grade !== before.grade || after.online !== before.online) {
    await saveSteps(
      tx,
      after.id,
      stepsDue(after.grade, now, { online: after.online, inSeason: inSeason(now) }),
    )
  }
  const newcomers = after.route
    .filter((agency) => !before.route.includes(agency))
    .map((agency) => raiseAlert(context.newId(), after.id, agency, after.grade, now))
  await insertAlerts(tx, newcomers)
  return newcomers
}
