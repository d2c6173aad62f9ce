import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { activeChoice, modelWeights } from '#store/models.ts'
import { lockReading } from '#store/rule-sets.ts'
import { chooseReading } from './choose-reading.ts'
import type { Context } from './context.ts'

/**
 * Every process reads with these weights from now on; 0 is the product's own, and going back is activating an
 * earlier version. Refusals: no_such_version { version }, already_active { version }.
 */
export async function activateModel(
  context: Context,
  { version }: { version: number },
): Promise<Result<{ version: number }>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    await lockReading(tx)
    if (version !== 0 && !(await modelWeights(tx, version))) return refusal('no_such_version', { version })
    const { modelVersion } = await activeChoice(tx)
    if (modelVersion === version) return refusal('already_active', { version })
    await chooseReading(context, tx, { modelVersion: version }, '')
    return ok({ version })
  })
}
