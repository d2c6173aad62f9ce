import type { RoutesView } from '#contracts/routing.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { editionInForce } from '#store/editions.ts'
import { duties, seedRoutes } from '#store/incident-rules.ts'
import type { Context } from './context.ts'
import { editionViews } from './read-grades.ts'

/** The routing tree in force, the duties its lines rest on, and every version before it. */
export async function readRoutes(context: Context): Promise<Result<RoutesView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const inForce = await editionInForce(context.db, 'routes')
  const version = inForce?.version ?? 0
  return ok({
    version,
    lines: inForce?.rules ?? seedRoutes,
    versions: await editionViews(context, 'routes', version),
    ...duties,
  })
}
