import type { EventData } from '#contracts/events.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { expectedPosts, judgeSpread, windowHours } from '#domain/spread/growth.ts'
import type { Transaction } from '#store/database.ts'
import { hoursOf } from '#store/incident-hours.ts'
import { platformsOf } from '#store/posts.ts'
import { inSeason } from './assess-incident.ts'
import type { Context } from './context.ts'

const windowMs = windowHours * 3_600_000

/** What is to be told when an incident has just begun to spread faster than was told before; null otherwise. */
export async function noticeSpread(
  { now }: Context,
  tx: Transaction,
  before: Incident,
  after: Incident,
): Promise<Omit<EventData<'incident.spreading'>, 'incident'> | null> {
  const since = new Date(now.getTime() - windowMs)
  const hours = await hoursOf(tx, after.id, new Date(since.getTime() + 3_600_000))
  const posts = hours.reduce((sum, hour) => sum + hour.posts, 0)
  // Platforms are only counted when one is new: counting reads every post of the window.
  const isNewSource = after.sources.length > before.sources.length
  const platforms =
    isNewSource && before.spreadLevel === 0 ? (await platformsOf(tx, after.id, since)).length : 0
  const { level, reason } = judgeSpread({ posts, platforms, expected: expectedPosts(now, inSeason(now)) })
  return level > before.spreadLevel ? { level, hours: windowHours, ...reason } : null
}
