import { bandsOf, signatureOf } from '#domain/incident/near-duplicate/signature.ts'
import { isToldDifferently } from '#domain/incident/nearness.ts'
import { recountHours } from '#store/incident-hours.ts'
import { incidentIds, lockCorrelation, lockIncident, updateIncident } from '#store/incidents.ts'
import { bodiesInOrder, setBands } from '#store/posts.ts'
import type { Context } from './context.ts'

/**
 * Makes anew what further posts are correlated by – name keys, remembered texts, posts per hour – from the posts
 * themselves: after an upgrade, or when the rules behind them have changed. Correlation waits for one incident at a time.
 * @returns how many incidents were gone through.
 */
export async function reindexIncidents({ db }: Context): Promise<number> {
  const ids = await incidentIds(db)
  for (const id of ids) {
    await db.transaction(async (tx) => {
      await lockCorrelation(tx)
      const incident = await lockIncident(tx, id)
      if (!incident) return
      const remembered: string[] = []
      for (const { id: postId, body, indexed } of await bodiesInOrder(tx, id)) {
        const isNew = isToldDifferently(body, remembered)
        if (isNew) remembered.push(body)
        if (isNew || indexed) await setBands(tx, postId, isNew ? bandsOf(signatureOf(body)) : null)
      }
      await recountHours(tx, id)
      await updateIncident(tx, incident)
    })
  }
  return ids.length
}
