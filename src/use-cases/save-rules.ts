import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { RuleEdition } from '#domain/review/rule-edition.ts'
import { activeChoice } from '#store/models.ts'
import { insertRuleSet, lockReading } from '#store/rule-sets.ts'
import { chooseReading } from './choose-reading.ts'
import { type Context, recordedActor } from './context.ts'
import { editionTables } from './edition-tables.ts'

/**
 * Saves an edition as a new version and puts it in force.
 * Refusals: rules_changed_since { version }, and those of an edition that cannot be read.
 */
export async function saveRules(
  context: Context,
  { edition, why, basedOn }: { edition: RuleEdition; why: string; basedOn: number },
): Promise<Result<{ version: number }>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const readable = await editionTables(context.db, edition)
  if (!readable.ok) return readable
  return context.db.transaction(async (tx) => {
    await lockReading(tx)
    const { ruleSetVersion } = await activeChoice(tx)
    if (ruleSetVersion !== basedOn) return refusal('rules_changed_since', { version: ruleSetVersion })
    const made = { edition, madeAt: context.now, madeBy: recordedActor(context), why }
    const version = await insertRuleSet(tx, made)
    await chooseReading(context, tx, { ruleSetVersion: version }, why)
    return ok({ version })
  })
}
