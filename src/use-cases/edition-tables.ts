import type { ReadingTables } from '#domain/post/reading-tables.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { problemOf, type RuleEdition } from '#domain/review/rule-edition.ts'
import { linearPattern } from '#platform/linear-pattern.ts'
import type { Queryable } from '#store/database.ts'
import { activeChoice, modelWeights } from '#store/models.ts'
import { tablesWith } from '#store/reading-tables.ts'

/**
 * The tables an unsaved edition would read with, beside the weights in force.
 * Refusals: word_too_short, word_twice, pattern_too_long, thresholds_crossed, pattern_invalid { pattern, position }.
 */
export async function editionTables(db: Queryable, edition: RuleEdition): Promise<Result<ReadingTables>> {
  const problem = problemOf(edition)
  if (problem) return refusal(problem.code, problem.details)
  for (const { pattern } of edition.patterns) {
    const compiled = linearPattern(pattern)
    if (!compiled.ok) return compiled
  }
  const { modelVersion } = await activeChoice(db)
  return ok(tablesWith(edition, (await modelWeights(db, modelVersion)) ?? undefined))
}
