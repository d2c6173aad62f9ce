import type { SeasonsView } from '#contracts/response.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { editionInForce } from '#store/editions.ts'
import { seedSeasons } from '#store/seasons.ts'
import type { Context } from './context.ts'
import { editionViews } from './read-grades.ts'

/** The windows of joint office in force, and every version before them. */
export async function readSeasons(context: Context): Promise<Result<SeasonsView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const inForce = await editionInForce(context.db, 'seasons')
  const version = inForce?.version ?? 0
  const seasons = inForce?.rules ?? seedSeasons
  return ok({ version, seasons, versions: await editionViews(context, 'seasons', version) })
}
