import { compileModel, type FlagModel } from '#domain/flagging/classifier.ts'
import { flagMessage, type ReadMessage } from '#domain/flagging/flag.ts'
import type { Flag } from '#domain/post/post.ts'
import { figuresOf } from './figures.ts'
import { dealFolds } from './folds.ts'
import { type TrainingMessage, trainModel } from './train-model.ts'

export type ReadTrainingMessage = TrainingMessage & { read: ReadMessage }

export type CrossValidation = {
  /** One judgement per message, each by a model that saw neither the message nor its near-duplicates. */
  heldOut: Flag[]
  /** Mean F1 of the same models on the messages they learned from: the distance to `heldOut` is what they learned by heart. */
  trainedF1: number
}

/** Judges every message by a model of the other folds; near-duplicates stay in one fold. */
export function crossValidate(
  messages: readonly ReadTrainingMessage[],
  folds: number,
  seed: number,
): CrossValidation {
  const labels = messages.map(({ label }) => label)
  const foldOf = dealFolds(
    messages.map(({ group }) => group),
    labels,
    folds,
    seed,
  )
  const heldOut = new Array<Flag>(messages.length)
  let trainedF1 = 0
  for (let fold = 0; fold < folds; fold++) {
    const learned = messages.filter((_, index) => foldOf[index] !== fold)
    const model = compileModel(trainModel(learned, seed))
    for (const [index, { read }] of messages.entries()) {
      if (foldOf[index] === fold) heldOut[index] = flagMessage(read, model)
    }
    trainedF1 += f1Of(learned, model) / folds
  }
  return { heldOut, trainedF1 }
}

function f1Of(messages: readonly ReadTrainingMessage[], model: FlagModel): number {
  return figuresOf(messages.map(({ read, label }) => ({ label, flagged: flagMessage(read, model).flagged })))
    .f1
}
