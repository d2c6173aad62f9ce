import type { EventData } from '#contracts/events.ts'
import { hourOf } from '#domain/clock/shanghai.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { expectedPosts, judgeSpread, windowHours } from '#domain/spread/growth.ts'
import type { Heard } from '#store/held-incidents.ts'
import { inSeason } from './assess-incident.ts'
import type { Context } from './context.ts'

const windowMs = windowHours * 3_600_000

/** From when on the posts of an incident say whether it spreads. */
export function spreadSince(now: Date): Date {
  return new Date(now.getTime() - windowMs)
}

/** Platforms reached, and what is to be told when it has just begun to spread faster than was told before. */
export function noticeSpread(
  { now }: Context,
  before: Incident,
  after: Incident,
  heard: Heard,
): { spread: Omit<EventData<'incident.spreading'>, 'incident'> | null; platforms: number } {
  const since = spreadSince(now)
  const firstHour = hourOf(since).getTime() + 3_600_000
  const posts = [...heard.hours].reduce((sum, [hour, count]) => (hour >= firstHour ? sum + count : sum), 0)
  const isNewSource = after.sources.length > before.sources.length
  const platforms = isNewSource ? [...heard.platforms.values()].filter((at) => at >= since).length : 0
  const { level, reason } = judgeSpread({ posts, platforms, expected: expectedPosts(now, inSeason(now)) })
  const spread = level > before.spreadLevel ? { level, hours: windowHours, ...reason } : null
  return { spread, platforms: Math.max(before.platforms, platforms) }
}
