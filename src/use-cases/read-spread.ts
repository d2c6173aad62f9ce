import type { SpreadView } from '#contracts/incident-detail.ts'
import { hourOf } from '#domain/clock/shanghai.ts'
import { expectedPosts, windowHours } from '#domain/spread/growth.ts'
import type { Queryable } from '#store/database.ts'
import { hoursOf } from '#store/incident-hours.ts'
import { platformsOf } from '#store/posts.ts'
import { reachOf } from '#store/reach.ts'
import { inSeason } from './assess-incident.ts'

const hourMs = 3_600_000
const hoursShown = 24

/** The last day of an incident hour by hour, the public platforms it is on, and what would be usual. */
export async function readSpread(
  db: Queryable,
  incident: { id: string; spreadLevel: number; firstSeenAt: Date },
  now: Date,
): Promise<SpreadView> {
  const first = new Date(hourOf(now).getTime() - (hoursShown - 1) * hourMs)
  const counted = new Map(
    (await hoursOf(db, incident.id, first)).map(({ hour, posts }) => [hour.getTime(), posts]),
  )
  const hours = Array.from({ length: hoursShown }, (_, at) => {
    const hour = new Date(first.getTime() + at * hourMs)
    return { hour: hour.toISOString(), count: counted.get(hour.getTime()) ?? 0 }
  })
  return {
    level: incident.spreadLevel,
    hours,
    platforms: await platformsOf(db, incident.id, new Date(0)),
    expected: Math.round(expectedPosts(now, inSeason(now)) * 10) / 10,
    ...(await reachOf(db, incident.id)),
    posts: hours.slice(-windowHours).reduce((sum, { count }) => sum + count, 0),
  }
}
