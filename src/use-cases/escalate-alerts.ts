import type { NewEvent } from '#contracts/events.ts'
import { nextStep } from '#domain/escalation/next-step.ts'
import { lockDueAlerts, saveAlert } from '#store/alerts.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import type { Context } from './context.ts'

const batch = 500

/**
 * Climbs one rung for every alert whose clock has run out. Safe to run in several processes at once.
 * @returns how many alerts climbed.
 */
export async function escalateAlerts(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const due = await lockDueAlerts(tx, context.now, batch)
    const happened: (NewEvent & { route: string[] })[] = []
    for (const { alert, route, grade } of due) {
      const climbed = nextStep(alert, grade, context.now)
      if (!climbed) continue
      await saveAlert(tx, climbed)
      happened.push({
        name: 'alert.escalated',
        data: { alert: alertViewOf(climbed), rung: climbed.rung },
        incidentId: alert.incidentId,
        route,
      })
    }
    await record(tx, happened, { at: context.now, actor: null })
    return happened.length
  })
}
