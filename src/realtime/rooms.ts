import type { LoggedEvent } from '#contracts/events.ts'
import { type Person, seesWholeCity } from '#domain/permission.ts'

/** A room is an audience; whoever joins it hears everything said in it. */
export type Room = 'city' | 'administrators' | `agency:${string}`

/** Whom an event is for; every event must have an audience or it does not compile. */
export function roomsFor(event: LoggedEvent, route: string[] | null): Room[] {
  switch (event.name) {
    case 'incident.opened':
    case 'incident.joined':
    case 'incident.regraded':
    case 'alert.raised':
    case 'alert.accepted':
    case 'alert.escalated':
    case 'step.done':
      return ['city', ...(route ?? []).map((agency): Room => `agency:${agency}`)]
    case 'source.added':
    case 'source.paused':
    case 'source.resumed':
    case 'source.removed':
    case 'import.finished':
      return ['city']
    case 'user.added':
    case 'user.changed':
      return ['administrators']
  }
}

/** The rooms a person stands in: the whole city, or what is routed to the own agency. */
export function roomsOf(person: Person): Room[] {
  const rooms: Room[] = seesWholeCity(person) ? ['city'] : []
  if (rooms.length === 0 && person.agency) rooms.push(`agency:${person.agency}`)
  if (person.role === 'admin') rooms.push('administrators')
  return rooms
}
