import type { RulesView } from '#contracts/rules.ts'
import { productThresholds } from '#domain/flagging/flag.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { noEdition } from '#domain/review/rule-edition.ts'
import { activeChoice, choices } from '#store/models.ts'
import { listRuleSets, ruleEdition } from '#store/rule-sets.ts'
import { seedLexicons } from '#store/seed-tables.ts'
import type { Context } from './context.ts'
import { choiceViewOf } from './read-models.ts'

/** The product's word lists, what the office has changed on top, and every saved version. */
export async function readRules(context: Context): Promise<Result<RulesView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const { db } = context
  const { ruleSetVersion } = await activeChoice(db)
  return ok({
    activeVersion: ruleSetVersion,
    edition: (await ruleEdition(db, ruleSetVersion)) ?? noEdition,
    thresholds: productThresholds,
    groups: seedLexicons.groups.map(({ rule, weight, kind, terms, patterns }) => ({
      rule,
      weight,
      kind: kind ?? null,
      terms,
      patterns: patterns ?? [],
    })),
    versions: (await listRuleSets(db)).map(({ madeAt, ...one }) => ({
      ...one,
      madeAt: madeAt.toISOString(),
      active: one.version === ruleSetVersion,
    })),
    history: (await choices(db)).map(choiceViewOf),
  })
}
