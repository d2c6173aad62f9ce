import { readFile, writeFile } from 'node:fs/promises'
import { seedTables } from '#store/seed-tables.ts'
import { readLabelledMessages } from '#training/labelled-messages.ts'
import { trainModel } from '#training/train-model.ts'
import { trainingMessages } from '#training/training-messages.ts'
import { trainChallenger } from '#use-cases/train-challenger.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { systemContext } from './system-context.ts'
import { complain, say, sentenceOf, words } from './words.ts'

const defaultOut = 'seeds/flag-model.json'
const defaultSeed = 7

/**
 * `anxin train labels.jsonl`: learns the flag's weights from labelled messages; the same labels and seed give the same
 * bytes. Without a file: a challenger from what officers judged, to be activated on its page.
 */
export const trainCommand: CommandLine = {
  name: 'train',
  operands: '[labels.jsonl]',
  options: { out: { type: 'string' }, seed: { type: 'string' } },
  async run([path], { out = defaultOut, seed: seedWord = String(defaultSeed) }) {
    if (path === undefined) return trainFromJudgements()
    const seed = Number(seedWord)
    if (typeof out !== 'string' || !Number.isSafeInteger(seed) || seed < 0) throw new UsageError()
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) {
      complain(sentenceOf({ code: 'file_unreadable', details: { path } }))
      return exitCodes.noInput
    }
    const labelled = readLabelledMessages(text)
    if (!labelled.ok) {
      complain(sentenceOf(labelled.refusal))
      return exitCodes.badInput
    }
    const model = trainModel(trainingMessages(labelled.value, seedTables()), seed)
    await writeFile(out, `${JSON.stringify(model, null, 1)}\n`)
    say(
      words('cli.trained', { out, messages: model.trainedOn.messages, positives: model.trainedOn.positives }),
    )
    return exitCodes.done
  },
}

async function trainFromJudgements(): Promise<ExitCode> {
  const trained = await trainChallenger(systemContext())
  if (!trained.ok) {
    complain(sentenceOf(trained.refusal))
    return exitCodes.badInput
  }
  say(words('cli.challenger', trained.value))
  return exitCodes.done
}
