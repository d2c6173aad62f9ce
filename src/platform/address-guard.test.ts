import { describe, expect, it } from 'vitest'
import { allowPrivateFrom, isPublicAddress } from './address-guard.ts'

describe('addresses a feed may live at', () => {
  it.each([
    ['8.8.8.8', 'an ordinary server'],
    ['223.5.5.5', 'an ordinary server in China'],
    ['2400:3200::1', 'an ordinary server with IPv6'],
  ])('%s is public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.9.1', 'loopback'],
    ['0.0.0.0', 'unspecified'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local, where clouds keep their secrets'],
    ['100.64.0.1', 'carrier NAT'],
    ['192.0.0.1', 'reserved'],
    ['198.18.0.1', 'benchmarks'],
    ['192.0.2.1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'IPv4 in IPv6'],
    ['::ffff:8.8.8.8', 'IPv4 in IPv6, even of a public one'],
    ['::127.0.0.1', 'the old IPv4 in IPv6'],
    ['64:ff9b::7f00:1', 'NAT64'],
    ['64:ff9b:1::1', 'local NAT64'],
    ['2002:7f00:1::', '6to4'],
    ['2001::1', 'Teredo'],
    ['fe80::1', 'link-local'],
    ['fec0::1', 'the old site-local'],
    ['fc00::1', 'unique local'],
    ['fd12:3456::1', 'unique local'],
    ['ff02::1', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['100::1', 'discard'],
    ['not an address', 'nonsense'],
  ])('%s is refused: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('the setting that allows some private hosts', () => {
  it.each([
    ['127.0.0.1:4010', '127.0.0.1', 4010, '127.0.0.1', true],
    ['127.0.0.1:4010', '127.0.0.1', 4011, '127.0.0.1', false],
    ['127.0.0.1', '127.0.0.1', 80, '127.0.0.1', true],
    ['10.20.0.0/16', 'feeds.example', 80, '10.20.3.4', true],
    ['10.20.0.0/16', 'feeds.example', 80, '10.21.3.4', false],
    ['10.20.0.0/16', 'feeds.example', 80, '::1', false],
    ['Intranet.example , [::1]:8080', 'intranet.EXAMPLE', 443, '10.0.0.9', true],
    ['Intranet.example , [::1]:8080', '::1', 8080, '::1', true],
    ['::1', '::1', 99, '::1', true],
    ['', '127.0.0.1', 80, '127.0.0.1', false],
    ['example', 'example.evil.test', 80, '127.0.0.1', false],
  ])('“%s” and %s:%i at %s: %s', (setting, host, port, address, allowed) => {
    expect(allowPrivateFrom(setting)(host, port, address)).toBe(allowed)
  })
})
