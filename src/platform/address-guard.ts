import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Says yes to a host that may be reached although its address is not public; `address` is the one connected to. */
export type AllowPrivate = (host: string, port: number, address: string) => boolean

/** Turns a host name into addresses; the system's resolver unless a test brings its own. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

export type AddressRefused = Error & { code: 'ADDRESS_REFUSED'; address: string }

/**
 * True for an address of the open internet: not loopback, private, link-local, carrier NAT, multicast,
 * documentation, tunnel or any other special range, in either family.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  // Outside 2000::/3 nothing is global, although the range table calls ::127.0.0.1 plain unicast.
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast)
}

/** The `lookup` of one connection: answers only with addresses that may be reached, so no later answer can differ. */
export function guardedLookup(
  port: number,
  allowPrivate: AllowPrivate | undefined,
  resolve: Resolve = resolveWithSystem,
): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const wanted = options.family === 4 || options.family === 6 ? options.family : null
        const usable = found.filter(
          ({ address, family }) =>
            (!wanted || family === wanted) && mayReach(host, port, address, allowPrivate),
        )
        const first = usable[0]
        if (!first) {
          const refused = found[0]?.address
          callback(refused ? addressRefused(refused) : dnsEmpty(host), [])
        } else if (options.all) callback(null, usable)
        else callback(null, first.address, first.family)
      },
      (error) => callback(error, []),
    )
  }
}

/** Whether this address of this host may be connected to. */
export function mayReach(
  host: string,
  port: number,
  address: string,
  allowPrivate: AllowPrivate | undefined,
): boolean {
  return isPublicAddress(address) || (allowPrivate?.(host, port, address) ?? false)
}

/**
 * Reads the setting that lets some private hosts be reached: a comma list of `host`, `host:port`, `[v6]:port`
 * and CIDR blocks (`10.20.0.0/16`). Entries that cannot be read allow nothing.
 */
export function allowPrivateFrom(setting: string): AllowPrivate {
  const rules = setting
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '')
    .map(allowRule)
  return (host, port, address) => rules.some((rule) => rule(host.toLowerCase(), port, address))
}

/** The error a refused address travels in through Node's connection code. */
export function addressRefused(address: string): AddressRefused {
  return Object.assign(new Error(`address ${address} is not public`), {
    code: 'ADDRESS_REFUSED' as const,
    address,
  })
}

const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

function allowRule(entry: string): AllowPrivate {
  if (ipaddr.isValidCIDR(entry)) {
    const block = ipaddr.parseCIDR(entry)
    return (_host, _port, address) => {
      const parsed = ipaddr.isValid(address) ? ipaddr.process(address) : null
      return parsed !== null && parsed.kind() === block[0].kind() && parsed.match(block)
    }
  }
  if (isIP(entry)) return (host) => host === entry
  const [, name, port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  const bare = (name ?? '').replace(/^\[|\]$/g, '')
  return (host, askedPort) => host === bare && (port === undefined || Number(port) === askedPort)
}

function resolveWithSystem(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })
}

function dnsEmpty(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' })
}
