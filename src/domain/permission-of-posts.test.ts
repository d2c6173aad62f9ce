import { describe, expect, it } from 'vitest'
import type { Step } from './clock/limits.ts'
import { may, type Person, type Role } from './permission.ts'

const person = (role: Role, agency: string | null, territory: string | null = null): Person => ({
  kind: 'person',
  id: 'u1',
  username: 'someone',
  post: '值班员',
  role,
  agency,
  territory,
})

const placedAtPuyuan = { route: ['zfw', 'xcb', 'rsj', 't330483'], territories: ['t330483'] }

describe('calls and shifts', () => {
  it.each<[string, boolean, ReturnType<typeof may>]>([
    [
      'an officer sets the own call order',
      true,
      may(person('duty', 'xcb'), 'set_own_calls', { userId: 'u1' }),
    ],
    ['nobody sets a colleague’s', false, may(person('leader', 'xcb'), 'set_own_calls', { userId: 'u2' })],
    [
      'nobody sets that of a post without account',
      false,
      may(person('office', 'rsj'), 'set_own_calls', { userId: null }),
    ],
    ['no officer changes an address, not even the own', false, may(person('duty', 'xcb'), 'manage_contacts')],
    [
      'a leader rosters the own agency',
      true,
      may(person('leader', 'xcb'), 'manage_roster', { agency: 'xcb' }),
    ],
    ['a leader rosters no other', false, may(person('leader', 'xcb'), 'manage_roster', { agency: 'rsj' })],
    [
      'the office rosters every agency',
      true,
      may(person('office', 'rsj'), 'manage_roster', { agency: 'xcb' }),
    ],
    [
      'a branch does not hand over the bureau’s shift',
      false,
      may(person('duty', 'rsj', 't330483'), 'hand_over_shift', { agency: 'rsj' }),
    ],
  ])('%s', (_, allowed, answer) => {
    expect(answer.ok).toBe(allowed)
  })
})

describe('a step is spoken of by the agencies of its track', () => {
  it.each<[Step, string, boolean]>([
    ['on_site', 't330483', true],
    ['on_site', 'rsj', true],
    ['on_site', 'xcb', false],
    ['on_site', 'zfw', false],
    ['phone_report', 'zfw', true],
    ['written_report', 'xcb', true],
    ['written_report', 't330483', false],
    ['follow_up', 't330483', true],
    ['paid_or_planned', 'xcb', false],
  ])('%s by %s: %s', (step, agency, allowed) => {
    expect(may(person('duty', agency), 'record_step', { step, ...placedAtPuyuan }).ok).toBe(allowed)
  })
})
