import { windowHours } from '#domain/spread/growth.ts'
import { judgeReach } from '#domain/spread/reach.ts'
import { record } from '#store/event-log.ts'
import { lockIncident } from '#store/incidents.ts'
import { reachOf, widelySeen } from '#store/reach.ts'
import type { Context } from './context.ts'
import { readSpread } from './read-spread.ts'
import { saveAssessed } from './save-assessed.ts'

const batch = 200

/**
 * Raises how far an incident has spread by what a data vendor counts of its posts, which grows without any new post.
 * @returns how many spread farther than was told before.
 */
export async function noticeReach(context: Context): Promise<number> {
  const { db } = context
  const farther = (await widelySeen(db, batch)).filter((one) => judgeReach(one) > one.spreadLevel)
  let told = 0
  for (const { incidentId } of farther) told += await raiseSpread(context, incidentId)
  return told
}

async function raiseSpread(context: Context, incidentId: string): Promise<0 | 1> {
  const { db, now } = context
  return db.transaction(async (tx) => {
    const before = await lockIncident(tx, incidentId)
    if (before?.state !== 'open') return 0
    const reach = await reachOf(tx, incidentId)
    const level = judgeReach(reach)
    if (level <= before.spreadLevel) return 0
    const { posts, expected, platforms } = await readSpread(tx, before, now)
    const { incident, follows } = await saveAssessed(context, tx, before, { ...before, spreadLevel: level })
    const grown = { posts, expected, platforms: platforms.length, hours: windowHours }
    const data = { incident, level, rule: 'counts' as const, ...grown, ...reach }
    const about = { incidentId, route: before.route }
    await record(tx, [{ ...about, name: 'incident.spreading', data }, ...follows], { at: now, actor: null })
    return 1
  })
}
