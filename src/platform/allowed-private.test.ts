import { expect, it } from 'vitest'
import { allowedPrivate } from './allowed-private.ts'

it.each<[string, string, string, number, string, boolean]>([
  ['nothing is allowed by default', '', '127.0.0.1', 80, '127.0.0.1', false],
  ['a host and port', '127.0.0.1:8090', '127.0.0.1', 8090, '127.0.0.1', true],
  ['not another port of it', '127.0.0.1:8090', '127.0.0.1', 6379, '127.0.0.1', false],
  ['a host with all its ports', 'feeds.lan', 'feeds.lan', 8080, '10.0.0.9', true],
  ['in whatever case', ' Feeds.LAN ', 'FEEDS.lan', 80, '10.0.0.9', true],
  ['one of several', 'a.lan, b.lan:81', 'b.lan', 81, '10.0.0.9', true],
  ['a block of addresses', '10.20.0.0/16', 'any.lan', 80, '10.20.3.4', true],
  ['not an address beside the block', '10.20.0.0/16', 'any.lan', 80, '10.21.0.1', false],
  ['an IPv6 host and port', '[::1]:8090', '::1', 8090, '::1', true],
  ['a name does not allow its address asked for by another', 'a.lan', 'b.lan', 80, '10.0.0.9', false],
])('%s', (_, setting, host, port, address, allowed) => {
  expect(allowedPrivate(setting)(host, port, address)).toBe(allowed)
})
