import type { SourceView } from '#contracts/views.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { listSubscriptions } from '#store/hub-subscriptions.ts'
import { sourceViewOf } from '#store/source-view.ts'
import { listSources as rows } from '#store/sources.ts'
import type { Context } from './context.ts'

/** Every source in use with its health. */
export async function listSources(context: Context): Promise<Result<SourceView[]>> {
  const allowed = may(context.actor, 'see_sources')
  if (!allowed.ok) return allowed
  const [sources, subscriptions] = await Promise.all([rows(context.db), listSubscriptions(context.db)])
  return ok(sources.map((row) => sourceViewOf(row, context.now, subscriptions.get(row.id))))
}
