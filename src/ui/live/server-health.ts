import type { PulseView } from '#contracts/views.ts'

export type ServerHealth = { status: 'ok' | 'failing'; checks: PulseView['checks'] }

/** A server that does not answer within this many milliseconds counts as gone. */
const patienceMs = 8_000

/** What the server says of its parts; null while nobody answers. */
export async function serverHealth(ask: typeof fetch = fetch): Promise<ServerHealth | null> {
  try {
    const answer = await ask('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) })
    // 503 carries the same body as 200; a proxy's own page does not.
    const told: ServerHealth = await answer.json()
    if (typeof told.checks !== 'object' || told.checks === null) return null
    return { ...told, status: answer.ok ? 'ok' : 'failing' }
  } catch {
    return null
  }
}
