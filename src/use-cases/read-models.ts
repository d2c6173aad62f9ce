import type { ChoiceView, ModelsView, ModelView } from '#contracts/review.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { fewestToTrain } from '#domain/review/tune-model.ts'
import { countLabels, type LabelRow, labelsOf } from '#store/labels.ts'
import { activeChoice, type ChoiceRow, choices, listModels, type ModelRow } from '#store/models.ts'
import { seedModel } from '#store/seed-tables.ts'
import type { Context } from './context.ts'

/** The weights in use, what officers have taught since, and each challenger beside its champion. */
export async function readModels(context: Context): Promise<Result<ModelsView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const { db, now } = context
  const { modelVersion } = await activeChoice(db)
  const models = await listModels(db)
  const differing = models.flatMap(({ comparison }) => comparison.disagreements.map(({ postId }) => postId))
  const labels = new Map((await labelsOf(db, differing)).map((one) => [one.postId, one]))
  const mayRead = may(context.actor, 'review_posts').ok
  const counts = await countLabels(db, now)
  const sum = (fits: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(fits).reduce((total, { count }) => total + count, 0)
  return ok({
    activeVersion: modelVersion,
    seed: { messages: seedModel.trainedOn.messages, positives: seedModel.trainedOn.positives },
    labels: {
      toTrain: sum(({ heldBack }) => !heldBack),
      heldBack: sum(({ heldBack }) => heldBack),
      claims: sum(({ heldBack, taught }) => !heldBack && taught === 1),
      others: sum(({ heldBack, taught }) => !heldBack && taught === 0),
      needed: fewestToTrain,
    },
    models: models.map((model) => viewOf(model, modelVersion, labels, mayRead)),
    history: (await choices(db)).map(choiceViewOf),
  })
}

/** One line of the history of what reads posts. */
export function choiceViewOf({
  ruleSetVersion,
  modelVersion,
  chosenAt,
  chosenBy,
  why,
}: ChoiceRow): ChoiceView {
  return { ruleSetVersion, modelVersion, chosenAt: chosenAt.toISOString(), chosenBy, why }
}

function viewOf(
  { version, madeAt, madeBy, comparison }: ModelRow,
  active: number,
  labels: Map<string, LabelRow>,
  mayRead: boolean,
): ModelView {
  const { disagreements, ...measured } = comparison
  return {
    version,
    madeAt: madeAt.toISOString(),
    madeBy,
    active: version === active,
    ...measured,
    disagreements: disagreements.map((one) => {
      const label = labels.get(one.postId)
      return { ...one, verdict: label?.verdict ?? null, body: mayRead ? (label?.body ?? null) : null }
    }),
  }
}
