import { desc, eq, sql } from 'drizzle-orm'
import type { PersonView } from '#contracts/views.ts'
import type { RuleEdition } from '#domain/review/rule-edition.ts'
import type { Queryable, Transaction } from './database.ts'
import { ruleSet } from './tables/review.ts'

export type RuleSetRow = typeof ruleSet.$inferSelect

/** One change of rules or weights at a time, so that none is overwritten unseen. */
const readingLock = 7_231_203

export async function lockReading(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${readingLock})`)
}

export async function insertRuleSet(
  tx: Transaction,
  set: { edition: RuleEdition; madeAt: Date; madeBy: PersonView | null; why: string },
): Promise<number> {
  const [row] = await tx.insert(ruleSet).values(set).returning({ version: ruleSet.version })
  if (!row) throw new Error('a rule set was not written')
  return row.version
}

/** Null for the seed and for a version that is not there. */
export async function ruleEdition(db: Queryable, version: number): Promise<RuleEdition | null> {
  const [row] = await db
    .select({ edition: ruleSet.edition })
    .from(ruleSet)
    .where(eq(ruleSet.version, version))
  return row?.edition ?? null
}

/** Newest first. */
export async function listRuleSets(db: Queryable): Promise<RuleSetRow[]> {
  return db.select().from(ruleSet).orderBy(desc(ruleSet.version)).limit(50)
}
