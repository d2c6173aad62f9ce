import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoggedEvent } from '#contracts/events.ts'
import { may, type Person, roles } from '#domain/permission.ts'
import { roomsFor, roomsOf } from './rooms.ts'

const agencies = ['zfw', 'xcb', 'rsj', 'gaj', 't330483', 't330482', 'gq']
const person = fc.record({
  kind: fc.constant('person' as const),
  id: fc.constant('p'),
  username: fc.constant('p'),
  post: fc.constant('值班员'),
  role: fc.constantFrom(...roles),
  agency: fc.option(fc.constantFrom(...agencies)),
  territory: fc.option(fc.constantFrom('t330483', 't330482', 'gq')),
})
const hears = (listener: Person, event: LoggedEvent, route: string[] | null) =>
  roomsFor(event, route).some((room) => roomsOf(listener).includes(room))
const about = (name: LoggedEvent['name']) => ({ id: 1, name, at: '', data: {} }) as never as LoggedEvent

const ofIncidents = [
  'incident.opened',
  'incident.joined',
  'incident.regraded',
  'incident.reopened',
  'incident.merged',
  'incident.split',
  'incident.restored',
  'incident.spreading',
  'incident.grade_decided',
  'incident.fact_stated',
  'incident.routed_by_hand',
  'incident.alarmed',
  'incident.calmed',
  'alert.raised',
  'alert.accepted',
  'alert.escalated',
  'step.done',
] as const

describe('who hears', () => {
  it('of an incident exactly those who may see it', () => {
    fc.assert(
      fc.property(
        person,
        fc.uniqueArray(fc.constantFrom(...agencies)),
        fc.constantFrom(...ofIncidents),
        (listener, route, name) => {
          expect(hears(listener, about(name), route)).toBe(may(listener, 'see_incident', { route }).ok)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it.each(['user.added', 'user.changed', 'reading.changed', 'posts.expired'] as const)(
    '%s: administrators only',
    (name) => {
      fc.assert(
        fc.property(person, (listener) => {
          expect(hears(listener, about(name), null)).toBe(listener.role === 'admin')
        }),
      )
    },
  )
})
