import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compileModel } from '#domain/flagging/classifier.ts'
import { flagMessage } from '#domain/flagging/flag.ts'
import { readPost } from '#domain/post/read-post.ts'
import { compileTables, type ReadingTables } from '#domain/post/reading-tables.ts'
import model from '#seeds/flag-model.json' with { type: 'json' }
import gazetteer from '#seeds/gazetteer.json' with { type: 'json' }
import lexicons from '#seeds/lexicons.json' with { type: 'json' }
import { crossValidate, type ReadTrainingMessage } from './cross-validate.ts'
import { disguisedSpellings } from './disguised-spellings.ts'
import { exampleSentences, isJudgedRight } from './example-sentences.ts'
import { brierOf, figuresOf, type Judged, reliabilityOf } from './figures.ts'
import { measureFacts, type StatedMessage } from './measure-facts.ts'
import { peers } from './peers.ts'
import { trainingMessages } from './training-messages.ts'

// `npm run eval`: how well the flag and the facts do on labelled messages beside the checkout, held out fold by fold.
const folds = 5
const seeds = [7, 8, 9, 10, 11]
const shared = resolve(process.cwd(), '..', 'shared')
const labelsFile = process.argv[2] ?? resolve(shared, 'data', 'complaints', 'dev.jsonl')
const notesFile = resolve(shared, 'docs', 'domain.md')

type Message = StatedMessage & { id: string; source: string; label: 0 | 1; borderline?: boolean }
type Row = { message: Message; training: ReadTrainingMessage }

const print = (line = '') => process.stdout.write(`${line}\n`)
const tables = compileTables(lexicons, gazetteer, model)

if (existsSync(labelsFile)) evaluate(readMessages(labelsFile))
else
  print(`Nothing to measure on: there is no ${labelsFile}. (Labelled messages are no part of the project.)`)
printDisguised()
if (existsSync(notesFile)) printSentences(readFileSync(notesFile, 'utf8'))

function readMessages(path: string): Row[] {
  const messages = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message)
  const keyed = messages.map((one) => ({ ...one, title: one.title ?? '', key: one.employer ?? null }))
  const training = trainingMessages(keyed, tables)
  return messages.map((message, index) => ({ message, training: training[index] as ReadTrainingMessage }))
}

function evaluate(rows: Row[]): void {
  const positives = rows.filter(({ message }) => message.label === 1).length
  print(
    `Messages ${rows.length}, claims ${positives}, groups of near-duplicates ${new Set(rows.map(({ training }) => training.group)).size}`,
  )
  print(
    `Held out: ${folds} folds, model and calibration of each learned on the other four, groups never split; seed ${seeds[0]}`,
  )
  const first = crossValidate(
    rows.map(({ training }) => training),
    folds,
    seeds[0] as number,
  )
  printSystems(
    rows,
    first.heldOut.map(({ flagged }) => flagged),
  )
  printSeeds(rows, first.trainedF1)
  printSources(
    rows,
    first.heldOut.map(({ flagged }) => flagged),
  )
  printCalibration(
    rows.map(({ message }, index) => ({
      label: message.label,
      probability: first.heldOut[index]?.probability ?? 0,
    })),
  )
  printVariants(rows)
  printFacts(rows.map(({ message }) => message).filter(({ label }) => label === 1))
}

function printSystems(rows: Row[], heldOut: boolean[]): void {
  print()
  print('                          all: P     R     F1    | without borderline: P     R     F1')
  printLine('rules + model, held out', rows, heldOut)
  printLine(
    'rules alone',
    rows,
    rows.map(({ training }) => flagMessage(training.read, null).flagged),
  )
  const committed = compileModel(model)
  printLine(
    'committed model (saw all)',
    rows,
    rows.map(({ training }) => flagMessage(training.read, committed).flagged),
  )
  for (const { name, flags } of peers) {
    printLine(
      `peer: ${name}`,
      rows,
      rows.map(({ message }) => flags(`${message.title ?? ''}\n${message.text}`)),
    )
  }
}

function printLine(name: string, rows: Row[], flagged: boolean[]): void {
  const judged = judgedOf(rows, flagged)
  const clear = figuresOf(judged.filter((_, index) => !rows[index]?.message.borderline))
  const all = figuresOf(judged)
  print(
    `${name.padEnd(27)}  ${three(all.precision)} ${three(all.recall)} ${three(all.f1)} |                     ${three(clear.precision)} ${three(clear.recall)} ${three(clear.f1)}   (false ${all.falseAlarms}, missed ${all.missed})`,
  )
}

function judgedOf(rows: Row[], flagged: boolean[]): Judged[] {
  return rows.map(({ message }, index) => ({ label: message.label, flagged: flagged[index] === true }))
}

/** Folds fall differently by seed; the mean and the span say how far one figure can be trusted. */
function printSeeds(rows: Row[], trainedF1: number): void {
  const all: number[] = []
  const clear: number[] = []
  const recall: number[] = []
  for (const seed of seeds) {
    const { heldOut } = crossValidate(
      rows.map(({ training }) => training),
      folds,
      seed,
    )
    const judged = judgedOf(
      rows,
      heldOut.map(({ flagged }) => flagged),
    )
    const sure = figuresOf(judged.filter((_, index) => !rows[index]?.message.borderline))
    all.push(figuresOf(judged).f1)
    clear.push(sure.f1)
    recall.push(sure.recall)
  }
  print()
  print(
    `Over ${seeds.length} seeds: F1 all ${span(all)}; without borderline ${span(clear)}; recall of clear claims ${span(recall)}`,
  )
  print(
    `Learned by heart: F1 ${three(trainedF1)} on the folds a model learned from against ${three(all[0] as number)} held out (gap ${three(trainedF1 - (all[0] as number))})`,
  )
  print(
    'The rules themselves were written with these messages at hand; only text nobody has seen measures them.',
  )
}

function printSources(rows: Row[], flagged: boolean[]): void {
  print()
  print('held out, per source      rows   claims  P     R     F1')
  for (const source of [...new Set(rows.map(({ message }) => sourceOf(message)))].sort()) {
    const judged = judgedOf(rows, flagged).filter(
      (_, index) => sourceOf((rows[index] as Row).message) === source,
    )
    const { precision, recall, f1 } = figuresOf(judged)
    const claims = judged.filter(({ label }) => label === 1).length
    print(
      `${source.padEnd(24)} ${String(judged.length).padStart(5)} ${String(claims).padStart(8)}  ${three(precision)} ${three(recall)} ${three(f1)}`,
    )
  }
}

function sourceOf({ source }: Message): string {
  return source.split('/')[0] as string
}

function printCalibration(guesses: { label: 0 | 1; probability: number }[]): void {
  print()
  print(`Calibration, held out: Brier ${brierOf(guesses).toFixed(4)}`)
  print('said between     messages  mean said  were claims')
  for (const { from, to, count, said, was } of reliabilityOf(guesses)) {
    print(
      `${from.toFixed(2)} – ${to.toFixed(2)} ${String(count).padStart(12)}      ${three(said)}        ${three(was)}`,
    )
  }
}

/** What the disguised spellings of the word lists cost in false hits. */
function printVariants(rows: Row[]): void {
  const plain = { ...lexicons, groups: lexicons.groups.filter((group) => !('variant' in group)) }
  const without = compileTables(plain, gazetteer, model)
  const flags = (message: Message, with_: ReadingTables) =>
    readPost(
      { externalId: '', title: message.title ?? '', text: message.text, url: null, publishedAt: null },
      with_,
    ).flag.flagged
  const owed = rows.filter(
    ({ message }) => message.label === 0 && flags(message, tables) && !flags(message, without),
  )
  print()
  print(`False hits that disguised spellings add on these messages: ${owed.length}`)
}

function printFacts(claims: Message[]): void {
  print()
  print('facts                     stated  right  share   read though not stated')
  for (const { fact, scope, stated, right, emitted, unstated } of measureFacts(claims, tables)) {
    if (stated === 0) continue
    const share = `${three(right / stated)}`
    const made =
      scope === 'full' ? `${unstated} of ${emitted}` : '(not measured: only part of the text was labelled)'
    print(
      `${`${fact}, ${scope}`.padEnd(25)} ${String(stated).padStart(6)} ${String(right).padStart(6)}  ${share}   ${made}`,
    )
  }
}

function printDisguised(): void {
  const caught = disguisedSpellings.filter(
    (text) =>
      readPost({ externalId: '', title: '', text, url: null, publishedAt: null }, tables).flag.flagged,
  )
  print()
  print(`Disguised spellings caught: ${caught.length} of ${disguisedSpellings.length}`)
}

function printSentences(notes: string): void {
  const sentences = exampleSentences(notes)
  const wrong = sentences.filter((sentence) => !isJudgedRight(sentence, tables))
  const named = wrong.length > 0 ? ` (wrong: ${wrong.map(({ number }) => number).join(', ')})` : ''
  print(
    `Example sentences of the domain notes right: ${sentences.length - wrong.length} of ${sentences.length}${named}`,
  )
}

function span(values: number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return `${three(mean)} (${three(Math.min(...values))}–${three(Math.max(...values))})`
}

function three(value: number): string {
  return value.toFixed(3)
}
