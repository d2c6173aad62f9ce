import type { EventData } from '#contracts/events.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { expectedPosts, judgeSpread, windowHours } from '#domain/spread/growth.ts'
import type { Transaction } from '#store/database.ts'
import { hoursOf } from '#store/incident-hours.ts'
import { platformsOf } from '#store/posts.ts'
import { inSeason } from './assess-incident.ts'
import type { Context } from './context.ts'

const windowMs = windowHours * 3_600_000

/** Platforms reached, and what is to be told when it has just begun to spread faster than was told before. */
export async function noticeSpread(
  { now }: Context,
  tx: Transaction,
  before: Incident,
  after: Incident,
): Promise<{ spread: Omit<EventData<'incident.spreading'>, 'incident'> | null; platforms: number }> {
  const since = new Date(now.getTime() - windowMs)
  const hours = await hoursOf(tx, after.id, new Date(since.getTime() + 3_600_000))
  const posts = hours.reduce((sum, hour) => sum + hour.posts, 0)
  // Platforms are only counted when one is new: counting reads every post of the window.
  const isNewSource = after.sources.length > before.sources.length
  const platforms = isNewSource ? (await platformsOf(tx, after.id, since)).length : 0
  const { level, reason } = judgeSpread({ posts, platforms, expected: expectedPosts(now, inSeason(now)) })
  const spread = level > before.spreadLevel ? { level, hours: windowHours, ...reason } : null
  return { spread, platforms: Math.max(before.platforms, platforms) }
}
