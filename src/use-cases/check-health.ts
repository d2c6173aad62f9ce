import type { AuditView } from '#contracts/audit-view.ts'
import type { PulseView } from '#contracts/views.ts'
import { within } from '#platform/within.ts'
import { countFindings } from '#store/audit.ts'
import { isWritable, lastHeartbeats } from '#store/heartbeats.ts'
import { type Context, producer } from './context.ts'

export type Health = { status: 'ok' | 'failing'; checks: PulseView['checks']; audit: AuditView }

/** A process that has not beaten its heart for this long counts as gone. */
const staleAfterMs = 15_000

/** The auditor shows itself after each whole round of 15 s; three missed in a row and it counts as gone. */
const auditStaleAfterMs = 45_000

/** A database that hangs is as good as none. */
const patienceMs = 3_000

/** Each part is asked for itself; one that fails never hides another. */
export async function checkHealth(context: Context): Promise<Health> {
  const beats = await within(patienceMs, 'postgres', lastHeartbeats(context.db)).catch(() => null)
  const alive = (name: string, staleMs = staleAfterMs) => {
    const at = beats?.get(name)
    return at !== undefined && context.now.getTime() - at.getTime() < staleMs
  }
  const checks = {
    postgres: beats !== null,
    redis: await producer(context.log).ping(),
    workers: alive('workers'),
    scheduler: alive('scheduler'),
    notifier: alive('notifier'),
    auditor: alive('auditor', auditStaleAfterMs),
    log: beats !== null && (await within(patienceMs, 'postgres', isWritable(context.db)).catch(() => false)),
  }
  const open = beats ? await within(patienceMs, 'postgres', countFindings(context.db)).catch(() => 0) : 0
  const audit = { at: beats?.get('auditor')?.toISOString() ?? null, open }
  return { status: Object.values(checks).every(Boolean) ? 'ok' : 'failing', checks, audit }
}
