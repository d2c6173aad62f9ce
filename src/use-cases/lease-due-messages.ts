import { channels } from '#channels/index.ts'
import { channelById } from '#store/channels.ts'
import { dueLanes, leaseMessages, lockLane, type MessageRow, triedSince } from '#store/pages.ts'
import type { Context } from './context.ts'

/** Longer than any gateway is given to answer, so that a live sender is never overtaken. */
export const leaseMs = 25_000
/** Messages of one gateway under way at once; a robot's group gets them one after the other. */
const atOnce = {
  in_app: 50,
  web_push: 20,
  sms: 20,
  voice: 20,
  email: 5,
  dingtalk: 1,
  wecom: 1,
  feishu: 2,
  webhook: 8,
}

/**
 * Takes what may be sent now: within each gateway's concurrency and its messages a minute.
 * @param underWay how many messages of a lane this process is sending.
 */
export async function leaseDueMessages(
  context: Context,
  underWay: (lane: string) => number,
): Promise<{ lane: string; message: MessageRow }[]> {
  const { now, db } = context
  const taken: { lane: string; message: MessageRow }[] = []
  for (const { lane, kind } of await dueLanes(db, now)) {
    const free = atOnce[kind] - underWay(lane)
    if (free <= 0) continue
    const messages = await db.transaction(async (tx) => {
      await lockLane(tx, lane)
      const gateway = lane === kind ? null : await channelById(tx, lane)
      const perMinute = gateway ? channels[kind].perMinute(gateway.settings) : Number.POSITIVE_INFINITY
      const minuteAgo = new Date(now.getTime() - 60_000)
      const spent = gateway ? await triedSince(tx, gateway.id, minuteAgo) : 0
      const limit = Math.min(free, perMinute - spent)
      if (limit <= 0) return []
      return leaseMessages(tx, { lane, now, until: new Date(now.getTime() + leaseMs), limit })
    })
    taken.push(...messages.map((message) => ({ lane, message })))
  }
  return taken
}
