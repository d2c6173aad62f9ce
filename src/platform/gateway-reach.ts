import { type AllowPrivate, allowPrivateFrom, isPublicAddress } from './address-guard.ts'
import { type Env, env } from './env.ts'
import { guardedAddress } from './guarded-address.ts'
import { fetchSafely } from './http.ts'
import { type FetchOutcome, failed } from './http-outcome.ts'

/** A gateway that has not answered by then is tried again later. */
const gatewayTimeoutMs = 10_000
const answerMaxBytes = 64 * 1024

export type GatewayReach = {
  timeoutMs: number
  post(
    address: string,
    request: { body: string | Buffer; headers: Record<string, string> },
  ): Promise<FetchOutcome>
  connectTo(host: string, port: number): Promise<{ address: string; isPublic: boolean } | { problem: string }>
}

/**
 * How message gateways are reached: public addresses, and those in-house ones ALLOW_PRIVATE_GATEWAYS names.
 * A drill reaches nothing but this machine, so that no drill ever wakes anybody.
 */
export function gatewayReach(
  { ALLOW_PRIVATE_GATEWAYS, REALM }: Pick<Env, 'ALLOW_PRIVATE_GATEWAYS' | 'REALM'> = env(),
  timeoutMs = gatewayTimeoutMs,
): GatewayReach {
  const allowPrivate: AllowPrivate = allowPrivateFrom(ALLOW_PRIVATE_GATEWAYS)
  const inside = REALM === 'drill'
  return {
    timeoutMs,
    async post(address, request) {
      if (inside && !isLoopback(hostOf(address))) return failed('address_refused', { host: hostOf(address) })
      return fetchSafely(address, {
        post: request,
        ...{ allowPrivate, timeoutMs, maxBytes: answerMaxBytes, maxRedirects: 0 },
      })
    },
    async connectTo(host, port) {
      if (inside && !isLoopback(host)) return { problem: 'address_refused' }
      const found = await guardedAddress(host, port, allowPrivate)
      if (!found.ok) return { problem: found.refusal.code }
      return { address: found.value, isPublic: isPublicAddress(found.value) }
    },
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : ''
}

function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]' || host === '::1'
}
