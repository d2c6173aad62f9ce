import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { ok, type Result, refusal } from '#domain/result.ts'
import { type AllowPrivate, guardedLookup, mayReach, type Resolve } from './address-guard.ts'

/**
 * The very address to connect to for protocols other than HTTP, so that no later answer of a name server can be another.
 * Refusals: address_refused { address }, dns_failed.
 */
export async function guardedAddress(
  host: string,
  port: number,
  allowPrivate: AllowPrivate | undefined,
  resolve?: Resolve,
): Promise<Result<string, 'address_refused' | 'dns_failed'>> {
  if (isIP(host)) {
    return mayReach(host, port, host, allowPrivate) ? ok(host) : refusal('address_refused', { address: host })
  }
  return new Promise((done) => {
    guardedLookup(port, allowPrivate, resolve)(host, { all: true }, (error, answer) => {
      const [first] = answer as LookupAddress[]
      if (first && !error) return done(ok(first.address))
      const { code = '', address = '' } = (error ?? {}) as { code?: string; address?: string }
      done(code === 'ADDRESS_REFUSED' ? refusal('address_refused', { address }) : refusal('dns_failed'))
    })
  })
}
