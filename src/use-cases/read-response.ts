import type { ResponseView } from '#contracts/response.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { editionInForce } from '#store/editions.ts'
import { completedResponse } from '#store/response-rules.ts'
import type { Context } from './context.ts'
import { editionViews } from './read-grades.ts'

/** Hours of the daily report and limits of the response in force, and every version before them. */
export async function readResponse(context: Context): Promise<Result<ResponseView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const inForce = await editionInForce(context.db, 'response')
  const version = inForce?.version ?? 0
  const rules = completedResponse(inForce?.rules)
  return ok({ version, rules, versions: await editionViews(context, 'response', version) })
}
