import type { SourceView } from '#contracts/views.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { listSources as rows, sourceViewOf } from '#store/sources.ts'
import type { Context } from './context.ts'

/** Every source in use with its health. */
export async function listSources(context: Context): Promise<Result<SourceView[]>> {
  const allowed = may(context.actor, 'see_sources')
  if (!allowed.ok) return allowed
  return ok((await rows(context.db)).map((row) => sourceViewOf(row, context.now)))
}
