import { lapseAlert } from '#domain/alert/lapse-alert.ts'
import { rungsCalled } from '#domain/contact/contact-rung.ts'
import { lockLapsedAlerts, saveAlerts } from '#store/alerts.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { readShiftEnds } from './shift-ends.ts'

/** A whole shift's acceptances may end in one second. */
const batch = 500

/**
 * Takes back every acceptance that was silent for too long or outlived its shift; its ladder goes on from the rung it
 * had reached. Renew what showed progress first.
 * @returns how many lapsed.
 */
export async function lapseAlerts(context: Context): Promise<number> {
  const { db, now } = context
  return db.transaction(async (tx) => {
    const over = await lockLapsedAlerts(tx, now, batch)
    if (over.length === 0) return 0
    const shiftEnds = await readShiftEnds(tx, now)
    const lapsed = over.flatMap((one) => {
      const after = lapseAlert(one.alert, one.grade, now, (at) => shiftEnds(one.alert.agency, at))
      return after ? [{ ...one, after }] : []
    })
    await saveAlerts(
      tx,
      lapsed.map(({ after, posts }) => ({ ...after, heardPosts: posts })),
    )
    const happened: Happened = lapsed.map(({ alert: before, after, route, grade, posts }) => ({
      name: 'alert.lapsed',
      data: {
        alert: { ...alertViewOf(after), heardPosts: posts },
        why: after.lapse?.why === 'shift' ? 'shift' : 'silence',
        rung: after.rung,
        called: [...rungsCalled(after.rung, grade)],
        again: Math.max(0, posts - before.heardPosts),
      },
      incidentId: before.incidentId,
      route,
    }))
    await record(tx, happened, { at: now, actor: null })
    return lapsed.length
  })
}
