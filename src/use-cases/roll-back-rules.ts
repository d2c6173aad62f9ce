import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { activeChoice } from '#store/models.ts'
import { lockReading, ruleEdition } from '#store/rule-sets.ts'
import { chooseReading } from './choose-reading.ts'
import type { Context } from './context.ts'

/** Puts an earlier version in force again; 0 is the product's own. Refusals: no_such_version, already_active. */
export async function rollBackRules(
  context: Context,
  { version, why }: { version: number; why: string },
): Promise<Result<{ version: number }>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    await lockReading(tx)
    if (version !== 0 && !(await ruleEdition(tx, version))) return refusal('no_such_version', { version })
    const { ruleSetVersion } = await activeChoice(tx)
    if (ruleSetVersion === version) return refusal('already_active', { version })
    await chooseReading(context, tx, { ruleSetVersion: version }, why)
    return ok({ version })
  })
}
