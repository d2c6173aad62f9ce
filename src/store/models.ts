import { desc, eq } from 'drizzle-orm'
import type { PersonView } from '#contracts/views.ts'
import type { FlagModelJson } from '#domain/flagging/classifier.ts'
import type { ModelComparison } from '#domain/review/compare-models.ts'
import type { Queryable, Transaction } from './database.ts'
import { flagModel, readingChoice } from './tables/review.ts'

export type ModelRow = Omit<typeof flagModel.$inferSelect, 'weights'>
export type ChoiceRow = typeof readingChoice.$inferSelect

/** Version 0 of either is the seed, which is no row. */
export async function activeChoice(
  db: Queryable,
): Promise<Pick<ChoiceRow, 'ruleSetVersion' | 'modelVersion'>> {
  const [row] = await db
    .select({ ruleSetVersion: readingChoice.ruleSetVersion, modelVersion: readingChoice.modelVersion })
    .from(readingChoice)
    .orderBy(desc(readingChoice.id))
    .limit(1)
  return row ?? { ruleSetVersion: 0, modelVersion: 0 }
}

export async function insertChoice(
  tx: Transaction,
  choice: Omit<typeof readingChoice.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(readingChoice).values(choice)
}

/** Newest first. */
export async function choices(db: Queryable): Promise<ChoiceRow[]> {
  return db.select().from(readingChoice).orderBy(desc(readingChoice.id)).limit(50)
}

export async function insertModel(
  tx: Transaction,
  model: {
    weights: FlagModelJson
    comparison: ModelComparison
    madeAt: Date
    madeBy: PersonView | null
  },
): Promise<number> {
  const [row] = await tx.insert(flagModel).values(model).returning({ version: flagModel.version })
  if (!row) throw new Error('a model was not written')
  return row.version
}

/** Null for the seed and for a version that is not there. */
export async function modelWeights(db: Queryable, version: number): Promise<FlagModelJson | null> {
  const [row] = await db
    .select({ weights: flagModel.weights })
    .from(flagModel)
    .where(eq(flagModel.version, version))
  return row?.weights ?? null
}

/** The newest few, without their weights. */
export async function listModels(db: Queryable): Promise<ModelRow[]> {
  const { version, comparison, madeAt, madeBy } = flagModel
  return db
    .select({ version, comparison, madeAt, madeBy })
    .from(flagModel)
    .orderBy(desc(flagModel.version))
    .limit(20)
}
