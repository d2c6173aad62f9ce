import { compileModel, type FlagModelJson } from '#domain/flagging/classifier.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { compareModels } from '#domain/review/compare-models.ts'
import { fewestToTrain, tuneModel } from '#domain/review/tune-model.ts'
import { settledLabels } from '#store/labels.ts'
import { activeChoice, insertModel, modelWeights } from '#store/models.ts'
import { readingTables } from '#store/reading-tables.ts'
import { seedModel } from '#store/seed-tables.ts'
import { type Context, recordedActor } from './context.ts'
import { featuresOfLabel } from './label-features.ts'

/** Fewer of either answer cannot measure a model. */
const fewestToMeasure = 5

/**
 * Moves the weights in use by the officers' labels and measures both on the labels kept back. Nothing reads with the
 * challenger until somebody activates it. Refusals: labels_too_few { count, needed }, held_back_too_few { count, needed }.
 */
export async function trainChallenger(context: Context): Promise<Result<{ version: number }>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const { modelVersion } = await activeChoice(context.db)
  const champion: FlagModelJson = (await modelWeights(context.db, modelVersion)) ?? seedModel
  const labels = (await settledLabels(context.db, context.now)).filter(
    ({ bits }) => bits === champion.grams.bits,
  )
  const lessons = labels.filter(({ heldBack }) => !heldBack).map(featuresOfLabel)
  const measures = labels.filter(({ heldBack }) => heldBack).map(featuresOfLabel)
  const count = fewerAnswer(lessons)
  if (count < fewestToTrain) return refusal('labels_too_few', { count, needed: fewestToTrain })
  const measured = fewerAnswer(measures)
  if (measured < fewestToMeasure)
    return refusal('held_back_too_few', { count: measured, needed: fewestToMeasure })
  const weights = tuneModel(
    champion,
    lessons,
    `taught-${lessons.length}-on-${champion.version}`.slice(0, 120),
  )
  const compared = compareModels(
    compileModel(champion),
    compileModel(weights),
    measures,
    readingTables().thresholds.probability.flagged,
  )
  const version = await context.db.transaction((tx) =>
    insertModel(tx, {
      weights,
      comparison: { trainedOn: lessons.length, ...compared },
      madeAt: context.now,
      madeBy: recordedActor(context),
    }),
  )
  return ok({ version })
}

function fewerAnswer(labels: readonly { taught: 0 | 1 }[]): number {
  const claims = labels.filter(({ taught }) => taught === 1).length
  return Math.min(claims, labels.length - claims)
}
