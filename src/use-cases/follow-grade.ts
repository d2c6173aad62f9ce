import { type Alert, hastenAlert, raiseAlert } from '#domain/alert/alert.ts'
import { startClocks } from '#domain/clock/step-clock.ts'
import { clockGradeOf, isLifeThreatened } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { insertAlerts, lockAlertsOf, saveAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { hastenSteps } from '#store/steps.ts'
import { workingCalendar } from '#store/working-calendar.ts'
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
  const alarmed = isLifeThreatened(after) && !isLifeThreatened(before)
  if (after.grade !== before.grade || alarmed) {
    for (const alert of await lockAlertsOf(tx, after.id)) {
      const hastened = hastenAlert(alert, clockGradeOf(after, alert.agency), now)
      if (hastened !== alert) await saveAlert(tx, hastened)
    }
  }
  if (after.grade !== before.grade || after.online !== before.online) {
    const about = { online: after.online, inSeason: inSeason(now) }
    const fresh = startClocks(after.id, after.grade, now, about, workingCalendar())
    await hastenSteps(tx, after.id, fresh, now)
  }
  const newcomers = after.route
    .filter((agency) => !before.route.includes(agency))
    .map((agency) => raiseAlert(context.newId(), after.id, agency, clockGradeOf(after, agency), now))
  await insertAlerts(tx, newcomers)
  return newcomers
}
