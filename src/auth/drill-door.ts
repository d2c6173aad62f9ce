import { ok, type Result, refusal } from '#domain/result.ts'

export type DrillRefusal = 'not_in_drill' | 'not_on_this_machine'

export type DrillDoor = {
  realm: 'real' | 'drill'
  /** The address the server listens on. */
  bind: string
  /** The request's `Host` header. */
  host: string | null
  /** `X-Forwarded-For`, which also a proxy on this machine adds: its visitors are not on this machine. */
  forwardedFor: string | null
}

/**
 * May a visitor step into the drill without a password? Only in the drill realm, only when the server hears
 * nothing but its own machine, and only by a loopback name, which a foreign page cannot bring (DNS rebinding).
 */
export function drillDoor({ realm, bind, host, forwardedFor }: DrillDoor): Result<true, DrillRefusal> {
  if (realm !== 'drill') return refusal('not_in_drill')
  const visitors = (forwardedFor ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  const here = isLoopback(bind) && host !== null && isLoopback(hostName(host)) && visitors.every(isLoopback)
  return here ? ok(true) : refusal('not_on_this_machine')
}

export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^::ffff:/, '')
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}

/** `127.0.0.1:3000` → `127.0.0.1`, `[::1]:3000` → `::1` */
function hostName(host: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(host)?.[1] ?? host.replace(/:\d+$/, '')
}
