import type { PulseView } from '#contracts/views.ts'
import { within } from '#platform/within.ts'
import { isWritable, lastHeartbeats } from '#store/heartbeats.ts'
import { type Context, producer } from './context.ts'

export type Health = { status: 'ok' | 'failing'; checks: PulseView['checks'] }

/** A process that has not beaten its heart for this long counts as gone. */
const staleAfterMs = 15_000

/** A database that hangs is as good as none. */
const patienceMs = 3_000

/** Each part is asked for itself; one that fails never hides another. */
export async function checkHealth(context: Context): Promise<Health> {
  const beats = await within(patienceMs, 'postgres', lastHeartbeats(context.db)).catch(() => null)
  const alive = (name: string) => {
    const at = beats?.get(name)
    return at !== undefined && context.now.getTime() - at.getTime() < staleAfterMs
  }
  const checks = {
    postgres: beats !== null,
    redis: await producer(context.log).ping(),
    workers: alive('workers'),
    scheduler: alive('scheduler'),
    log: beats !== null && (await within(patienceMs, 'postgres', isWritable(context.db)).catch(() => false)),
  }
  return { status: Object.values(checks).every(Boolean) ? 'ok' : 'failing', checks }
}
