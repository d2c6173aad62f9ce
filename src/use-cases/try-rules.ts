import type { TriedReading, TriedRules } from '#contracts/rules.ts'
import { may } from '#domain/permission.ts'
import type { PostReading } from '#domain/post/post.ts'
import { readPost } from '#domain/post/read-post.ts'
import { ok, type Result } from '#domain/result.ts'
import type { RuleEdition } from '#domain/review/rule-edition.ts'
import { readingTables } from '#store/reading-tables.ts'
import { reviewSpans } from '#store/review-view.ts'
import type { Context } from './context.ts'
import { editionTables } from './edition-tables.ts'

/** Reads a text, masked and kept nowhere, with the rules in force and with an unsaved edition. */
export async function tryRules(
  context: Context,
  { edition, text }: { edition: RuleEdition; text: string },
): Promise<Result<TriedRules>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const tables = await editionTables(context.db, edition)
  if (!tables.ok) return tables
  const raw = { externalId: '', title: '', text, url: null, publishedAt: null }
  const [before, after] = [readPost(raw, readingTables()), readPost(raw, tables.value)]
  return ok({ body: after.body, before: triedOf(before), after: triedOf(after) })
}

function triedOf({ flag, facts, body }: PostReading): TriedReading {
  return {
    flagged: flag.flagged,
    label: flag.label,
    score: flag.score,
    probability: flag.probability,
    reasons: flag.reasons.map(({ rule, weight, start, end }) => ({
      rule,
      weight,
      words: body.slice(start, end),
    })),
    spans: reviewSpans(facts, flag.reasons).map(({ weight, ...span }) => span),
  }
}
