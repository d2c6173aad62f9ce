import { describe, expect, it } from 'vitest'
import type { AlertView } from '#contracts/views.ts'
import { acceptanceState, shareLeft } from './acceptance-state.ts'

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

  it('drains from full to empty and never beyond', () => {
    expect([600, 300, 0, -60].map((left) => shareLeft(alert(left), now))).toEqual([1, 0.5, 0, 0])
  })
})
