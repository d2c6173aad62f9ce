import { describe, expect, it } from 'vitest'
import type { AlertView } from '#contracts/views.ts'
import { acceptanceState, countedUntil, owesAcceptance, shareLeft } from './acceptance-state.ts'

const now = Date.parse('2026-11-23T06:05:32Z')
const alert = (secondsLeft: number, state: AlertView['state'] = 'unaccepted'): AlertView => ({
  id: 'a1',
  incidentId: 'i1',
  agency: 'xcb',
  state,
  raisedAt: new Date(now + (secondsLeft - 600) * 1000).toISOString(),
  dueAt: new Date(now + secondsLeft * 1000).toISOString(),
  nextStepAt: null,
  limitSeconds: 600,
  rung: 0,
  acceptedAt: null,
  acceptedBy: null,
  version: 1,
})

describe('where an agency stands', () => {
  it.each([
    ['was never asked', undefined, 'uninvolved'],
    ['has time', alert(500), 'unaccepted'],
    ['a quarter of the time is left', alert(150), 'unaccepted'],
    ['less than a quarter is left', alert(149), 'last_quarter'],
    ['is past its time', alert(-1), 'overdue'],
    ['has accepted, however late', alert(-1, 'accepted'), 'accepted'],
  ] as const)('%s', (_name, subject, expected) => {
    expect(acceptanceState(subject, now)).toBe(expected)
  })

  const held = (secondsHeld: number, secondsLeft: number): AlertView => ({
    ...alert(-1, 'accepted'),
    lease: {
      step: 'progress',
      promisedAt: new Date(now + secondsLeft * 1000).toISOString(),
      fromAt: new Date(now - secondsHeld * 1000).toISOString(),
      endsAt: new Date(now + secondsLeft * 1000).toISOString(),
      handover: null,
    },
  })
  const lapse = { why: 'silence', at: new Date(now - 60_000).toISOString(), holder: null } as const

  it.each([
    ['holds with a quarter of its lease left', held(2700, 900), 'accepted'],
    ['is about to lapse with less', held(2701, 899), 'lapsing'],
    ['holds for hours of a long lease', held(86_000, 3601), 'accepted'],
    ['is about to lapse in its last hour', held(86_000, 3599), 'lapsing'],
    ['has lapsed and is asked again', { ...alert(500), lapse }, 'lapsed'],
    ['has lapsed and is past its new time', { ...alert(-1), lapse }, 'overdue'],
  ] as const)('%s', (_name, subject, expected) => {
    expect(acceptanceState(subject, now)).toBe(expected)
    expect(owesAcceptance(expected)).toBe(subject.state === 'unaccepted')
  })

  it('counts down to its lapse while it is about to lapse', () => {
    const lapsing = held(2701, 899)
    expect(countedUntil(lapsing, 'lapsing')).toBe(lapsing.lease?.endsAt)
    expect(countedUntil(lapsing, 'accepted')).toBe(lapsing.dueAt)
  })

  it('drains from full to empty and never beyond', () => {
    expect([600, 300, 0, -60].map((left) => shareLeft(alert(left), now))).toEqual([1, 0.5, 0, 0])
  })
})
