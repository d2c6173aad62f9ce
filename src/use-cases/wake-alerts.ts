import { wakeAlert } from '#domain/alert/snooze-alert.ts'
import { rungsCalled } from '#domain/contact/contact-rung.ts'
import { lockWakingAlerts, saveAlerts } from '#store/alerts.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

const batch = 500

/** Calls again what was put off until now. @returns how many. */
export async function wakeAlerts({ db, now }: Context): Promise<number> {
  return db.transaction(async (tx) => {
    const due = await lockWakingAlerts(tx, now, batch)
    const woken = due.flatMap((one) => {
      const after = wakeAlert(one.alert, one.posts, now)
      return after ? [{ ...one, after }] : []
    })
    await saveAlerts(
      tx,
      woken.map(({ after }) => after),
    )
    const happened: Happened = woken.map(({ alert, after, route, grade, posts }) => ({
      name: 'alert.called_again',
      data: {
        alert: alertViewOf(after),
        rung: after.rung,
        called: [...rungsCalled(after.rung, grade)],
        again: Math.max(0, posts - alert.heardPosts),
      },
      incidentId: after.incidentId,
      route,
    }))
    await record(tx, happened, { at: now, actor: null })
    return woken.length
  })
}
