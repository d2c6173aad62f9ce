import { ok, type Result, refusal } from '#domain/result.ts'
import type { Env } from '#platform/env.ts'

export type DrillSettings = {
  feedPort: number
  /** Where the web process is reached from this machine. */
  origin: string
}

/** Where the drill is played; refused outside the drill realm, so that no scripted post ever meets a real one. */
export function drillSettings({
  REALM,
  DRILL_FEED_PORT,
  HOST,
  PORT,
}: Pick<Env, 'REALM' | 'DRILL_FEED_PORT' | 'HOST' | 'PORT'>): Result<
  DrillSettings,
  'not_in_drill' | 'no_feed_port'
> {
  if (REALM !== 'drill') return refusal('not_in_drill')
  if (!DRILL_FEED_PORT) return refusal('no_feed_port')
  return ok({ feedPort: DRILL_FEED_PORT, origin: `http://${reachable(HOST)}:${PORT}` })
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
