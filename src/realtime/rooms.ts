import type { LoggedEvent } from '#contracts/events.ts'
import { type Person, seesWholeCity } from '#domain/permission.ts'

/** A room is an audience; `agency:gaj/t330483` is the police's branch in that territory. */
export type Room = 'city' | 'administrators' | `agency:${string}` | `agency:${string}/${string}`

/** Whom an event is for; every event must have an audience or it does not compile. */
export function roomsFor(event: LoggedEvent, route: string[] | null): Room[] {
  switch (event.name) {
    case 'incident.opened':
    case 'incident.joined':
    case 'incident.regraded':
    case 'incident.closed':
    case 'incident.reopened':
    case 'incident.merged':
    case 'incident.split':
    case 'incident.restored':
    case 'incident.spreading':
    case 'alert.raised':
    case 'alert.accepted':
    case 'alert.escalated':
    case 'step.done':
    case 'release.asked':
    case 'release.approved':
    case 'release.declined':
    case 'release.expired':
    case 'release.glass_broken':
    case 'release.countersigned':
    case 'release.left_unsigned':
      return ['city', ...routedTo(route ?? [])]
    case 'source.added':
    case 'source.paused':
    case 'source.resumed':
    case 'source.removed':
    case 'source.fell_silent':
    case 'source.spoke_again':
    case 'import.finished':
    case 'post.judged':
    case 'post.judgement_undone':
      return ['city']
    case 'user.added':
    case 'user.changed':
    case 'reading.changed':
    case 'posts.expired':
    case 'text.read':
    case 'export.made':
    case 'log_head.undelivered':
    case 'api_key.added':
    case 'api_key.revoked':
    case 'webhook.added':
    case 'webhook.removed':
      return ['administrators']
  }
}

/** The rooms a person stands in: the whole city, or what is routed to the own agency, in the own territory. */
export function roomsOf(person: Person): Room[] {
  const { agency, territory, role } = person
  const rooms: Room[] = seesWholeCity(person) ? ['city'] : []
  if (rooms.length === 0 && agency)
    rooms.push(territory ? `agency:${agency}/${territory}` : `agency:${agency}`)
  if (role === 'admin') rooms.push('administrators')
  return rooms
}

function routedTo(route: string[]): Room[] {
  return route.flatMap((agency): Room[] => [
    `agency:${agency}`,
    ...route.map((territory): Room => `agency:${agency}/${territory}`),
  ])
}
