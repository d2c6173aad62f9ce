import { describe, expect, it } from 'vitest'
import { type DrillDoor, drillDoor } from './drill-door.ts'

const local: DrillDoor = {
  realm: 'drill',
  bind: '127.0.0.1',
  host: '127.0.0.1:3000',
  forwardedFor: '127.0.0.1',
}

describe('the drill is entered without a password only on the machine itself', () => {
  it.each<[string, Partial<DrillDoor>, string]>([
    ['the drill, asked by 127.0.0.1', {}, 'open'],
    ['asked by localhost', { host: 'localhost:3000' }, 'open'],
    ['asked over IPv6', { bind: '::1', host: '[::1]:3000', forwardedFor: '::1' }, 'open'],
    ['an IPv4 visitor on an IPv6 socket', { forwardedFor: '::ffff:127.0.0.1' }, 'open'],
    ['no word of a proxy', { forwardedFor: null }, 'open'],
    ['the real realm', { realm: 'real' }, 'not_in_drill'],
    ['a server that hears the whole network', { bind: '0.0.0.0' }, 'not_on_this_machine'],
    ['a server that hears the whole IPv6 network', { bind: '::' }, 'not_on_this_machine'],
    ['a server on the LAN address', { bind: '192.168.1.5', host: '192.168.1.5:3000' }, 'not_on_this_machine'],
    ['a LAN name', { host: 'anxin.lan:3000' }, 'not_on_this_machine'],
    ['a foreign name that leads here (rebinding)', { host: 'evil.example:3000' }, 'not_on_this_machine'],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }, 'not_on_this_machine'],
    ['a name that only ends like ours', { host: 'evil.localhost.example:3000' }, 'not_on_this_machine'],
    ['no host at all', { host: null }, 'not_on_this_machine'],
    ['a visitor behind a proxy on this machine', { forwardedFor: '10.0.0.8' }, 'not_on_this_machine'],
    ['a chain that ends here', { forwardedFor: '10.0.0.8, 127.0.0.1' }, 'not_on_this_machine'],
  ])('%s', (_, change, expected) => {
    const answer = drillDoor({ ...local, ...change })
    expect(answer.ok ? 'open' : answer.refusal.code).toBe(expected)
  })
})
