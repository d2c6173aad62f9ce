import { type FlagFeatures, type FlagModel, probabilityOf } from '#domain/flagging/classifier.ts'

/** A label as the model sees it; `features` is null where no word of wages stands in the text. */
export type LabelFeatures = { postId: string; features: FlagFeatures | null; taught: 0 | 1 }

export type ModelScore = { precision: number; recall: number; f1: number; right: number; of: number }

/** A label on which the two differ. */
export type Disagreement = { postId: string; taught: 0 | 1; champion: number; challenger: number }

export type ModelComparison = {
  trainedOn: number
  heldBack: number
  champion: ModelScore
  challenger: ModelScore
  disagreements: Disagreement[]
}

const mostDisagreements = 50

/** Both models on labels neither was trained on; `flaggedAt` is the probability from which a post is flagged. */
export function compareModels(
  champion: FlagModel,
  challenger: FlagModel,
  labels: readonly LabelFeatures[],
  flaggedAt: number,
): Omit<ModelComparison, 'trainedOn'> {
  const judged = labels.map(({ postId, features, taught }) => ({
    postId,
    taught,
    champion: probabilityWith(champion, features),
    challenger: probabilityWith(challenger, features),
  }))
  return {
    heldBack: labels.length,
    champion: scoreOf(judged.map((one) => ({ said: one.champion >= flaggedAt, is: one.taught === 1 }))),
    challenger: scoreOf(judged.map((one) => ({ said: one.challenger >= flaggedAt, is: one.taught === 1 }))),
    disagreements: judged
      .filter((one) => one.champion >= flaggedAt !== one.challenger >= flaggedAt)
      .slice(0, mostDisagreements),
  }
}

function probabilityWith(model: FlagModel, features: FlagFeatures | null): number {
  const probability = features ? probabilityOf(model, features) : model.floor
  return Math.round(probability * 1_000) / 1_000
}

function scoreOf(answers: readonly { said: boolean; is: boolean }[]): ModelScore {
  const count = (said: boolean, is: boolean) =>
    answers.filter((one) => one.said === said && one.is === is).length
  const hits = count(true, true)
  const precision = share(hits, hits + count(true, false))
  const recall = share(hits, hits + count(false, true))
  return {
    precision,
    recall,
    f1: share(2 * hits, 2 * hits + count(true, false) + count(false, true)),
    right: hits + count(false, false),
    of: answers.length,
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 1_000
}
