import { isProgress, leaseFor, nounsOfProgress, renewLease } from '#domain/alert/lease.ts'
import { proposePromise } from '#domain/alert/promise.ts'
import { lockHeldAlerts, saveAlerts } from '#store/alerts.ts'
import { lastEventId, record } from '#store/event-log.ts'
import { actsAfter } from '#store/found-acts.ts'
import { alertViewOf } from '#store/incident-view.ts'
import { lockCursor, moveCursor } from '#store/pages.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { promiseGrounds } from './promise-ground.ts'

const reader = 'leases'
const batch = 500

/**
 * Reads on in the log: what an agency has done for an incident it holds renews its acceptance, with what it does next.
 * @returns how many were renewed.
 */
export async function renewLeases(context: Context): Promise<number> {
  let renewed = 0
  for (let more = true; more; ) {
    const round = await renewOnce(context)
    renewed += round.renewed
    more = round.more
  }
  return renewed
}

async function renewOnce({ db, now }: Context): Promise<{ renewed: number; more: boolean }> {
  return db.transaction(async (tx) => {
    const cursor = await lockCursor(tx, reader)
    const last = await lastEventId(tx)
    if (last <= cursor) return { renewed: 0, more: false }
    const acts = await actsAfter(tx, { cursor, last, nouns: nounsOfProgress, limit: batch })
    const progress = acts.filter(({ name }) => isProgress(name))
    const latest = new Map(progress.map((act) => [`${act.incidentId}/${act.by.agency}`, act]))
    const held = await lockHeldAlerts(
      tx,
      [...latest.values()].map(({ incidentId, by }) => ({ incidentId, agency: by.agency })),
    )
    const since = held.filter(({ alert }) => {
      const act = latest.get(`${alert.incidentId}/${alert.agency}`)
      return act && alert.leaseFromAt && act.at > alert.leaseFromAt
    })
    const grounds = await promiseGrounds(tx, since, now)
    const happened: Happened = []
    const saved = since.map(({ alert, grade, route }, at) => {
      const ground = grounds[at]
      const act = latest.get(`${alert.incidentId}/${alert.agency}`)
      if (!ground || !act) throw new Error(`no ground for alert ${alert.id}`)
      const next = renewLease(alert, leaseFor(proposePromise(ground, now), grade, now, ground.shiftEndsAt))
      const data = { alert: alertViewOf(next), by: act.by }
      happened.push({ name: 'alert.renewed', data, incidentId: alert.incidentId, route })
      return next
    })
    await saveAlerts(tx, saved)
    const more = acts.length === batch
    await moveCursor(tx, reader, more ? (acts.at(-1)?.id ?? last) : last)
    await record(tx, happened, { at: now, actor: null })
    return { renewed: saved.length, more }
  })
}
