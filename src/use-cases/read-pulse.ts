import type { PulseView } from '#contracts/views.ts'
import { hourOf } from '#domain/clock/shanghai.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { openedByHour } from '#store/incidents.ts'
import { sourceViewOf } from '#store/source-view.ts'
import { listSources } from '#store/sources.ts'
import { checkHealth } from './check-health.ts'
import type { Context } from './context.ts'

const hourMs = 3_600_000

/** How alive the sources and the processes are, and the last 24 hours, oldest first. */
export async function readPulse(context: Context): Promise<Result<PulseView>> {
  const allowed = may(context.actor, 'see_board')
  if (!allowed.ok) return allowed
  return ok(await pulseNow(context))
}

export async function pulseNow(context: Context): Promise<PulseView> {
  const { db, now } = context
  const start = new Date(hourOf(now).getTime() - 23 * hourMs)
  const [sources, opened, health] = await Promise.all([
    listSources(db),
    openedByHour(db, start),
    checkHealth(context),
  ])
  return {
    at: now.toISOString(),
    realm: env().REALM,
    sources: sources
      .map((row) => sourceViewOf(row, now))
      .filter(({ kind }) => kind !== 'intake' && kind !== 'import')
      .map(({ id, name, state, lastSuccessAt, silence }) => ({
        id,
        name,
        state,
        lastSuccessAt,
        quietSince: silence?.since ?? null,
      })),
    openedByHour: Array.from({ length: 24 }, (_, at) => {
      const hour = new Date(start.getTime() + at * hourMs)
      return { hour: hour.toISOString(), count: opened.get(hour.getTime()) ?? 0 }
    }),
    checks: health.checks,
    audit: health.audit,
  }
}
