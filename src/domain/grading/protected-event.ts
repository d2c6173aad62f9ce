import { shanghaiDay } from '#domain/clock/shanghai.ts'
import type { ProtectedEvent } from './rules.ts'

type Point = { lat: number; lng: number }

/** Whether a place lies within `km` of an event that is under way; false while either place is unknown. */
export function isNearProtectedEvent(
  at: Point | null,
  now: Date,
  rules: { protectedEvents: readonly ProtectedEvent[]; protectedKm: number },
  placed: (code: string) => Point | null,
): boolean {
  if (!at || rules.protectedEvents.length === 0) return false
  const today = shanghaiDay(now)
  return rules.protectedEvents.some((event) => {
    const centre = event.from <= today && today <= event.to ? placed(event.placeCode) : null
    return centre !== null && kmBetween(at, centre) <= rules.protectedKm
  })
}

const kmPerDegree = 111.2

/** Flat over so short a distance: the error over 20 km at this latitude is some metres. */
function kmBetween(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * kmPerDegree
  const east = (a.lng - b.lng) * kmPerDegree * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}
