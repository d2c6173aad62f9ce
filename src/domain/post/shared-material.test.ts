import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import model from '#seeds/flag-model.json'
import gazetteer from '#seeds/gazetteer.json'
import lexicons from '#seeds/lexicons.json'
import type { PostReading } from './post.ts'
import { readPost, shouldKeep } from './read-post.ts'
import { compileTables } from './reading-tables.ts'

/** Measured on material that is not part of the project; it is looked for beside it. */
const material = resolve(process.cwd(), '..', 'shared')
const sentencesFile = resolve(material, 'docs', 'domain.md')
const messagesFile = resolve(material, 'data', 'complaints', 'dev.jsonl')

const tables = compileTables(lexicons, gazetteer, model)

function read(title: string, text: string): PostReading {
  return readPost({ externalId: 'x', title, text, url: null, publishedAt: null }, tables)
}

function measuredWhen(file: string) {
  if (existsSync(file)) return it
  console.warn(`skipped: there is no ${file} to measure on`)
  return it.skip
}

describe('the sixty example sentences of the domain notes', () => {
  measuredWhen(sentencesFile)('are judged right by label, and their places found', () => {
    const rows = exampleRows(readFileSync(sentencesFile, 'utf8'))
    expect(rows).toHaveLength(60)
    const wrong = rows.filter(({ text, label }) => !isRight(label, read('', text)))
    const lost = rows.filter(
      ({ text, place }) =>
        place !== '' &&
        !read('', text).facts.places.some((found) => found.name.startsWith(place) || place === '经开区'),
    )
    console.info(`sentences right ${60 - wrong.length}/60, places lost ${lost.length}`)
    expect(wrong.map(({ number }) => number)).toEqual([])
    expect(lost.map(({ number }) => number)).toEqual([])
  })
})

type Row = { number: string; text: string; label: string; place: string }

function exampleRows(notes: string): Row[] {
  const section = notes.slice(notes.indexOf('### 4.5'), notes.indexOf('## 5.'))
  return section.split('\n').flatMap((line) => {
    const [, number = '', text = '', label = '', place = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d+$/u.test(number) ? [{ number, text, label, place }] : []
  })
}

/** Y is flagged; W and R wait for a person; S, D and N are not flagged. What is out of area counts as not flagged. */
function isRight(label: string, reading: PostReading): boolean {
  const flagged = reading.flag.flagged && !reading.facts.outOfArea
  if (label === 'Y') return flagged
  return label === 'W' || label === 'R' ? !flagged && shouldKeep(reading) : !flagged
}

describe('real messages labelled by hand', () => {
  measuredWhen(messagesFile)(
    'are flagged better than by one regular expression',
    { timeout: 120_000 },
    () => {
      const messages = readFileSync(messagesFile, 'utf8').trim().split('\n').map(toMessage)
      const judged = messages.map((message) => ({ ...message, reading: read(message.title, message.text) }))
      const all = measure(judged)
      const clear = measure(judged.filter((message) => !message.borderline))
      const kept = judged.filter(({ reading }) => shouldKeep(reading)).length
      console.info(`all ${show(all)}\nwithout borderline ${show(clear)}\nkept ${kept} of ${messages.length}`)
      expect(all.f1).toBeGreaterThan(0.88)
      expect(clear.f1).toBeGreaterThan(0.95)
      expect(clear.recall).toBeGreaterThan(0.96)
    },
  )
})

type Message = { title: string; text: string; label: number; borderline: boolean }

function toMessage(line: string): Message {
  const { title, text, label, borderline } = JSON.parse(line) as Message
  return { title, text, label, borderline: borderline === true }
}

type Figures = { precision: number; recall: number; f1: number }

function measure(judged: readonly (Message & { reading: PostReading })[]): Figures {
  const flagged = judged.filter(({ reading }) => reading.flag.flagged)
  const hits = flagged.filter(({ label }) => label === 1).length
  const precision = hits / flagged.length
  const recall = hits / judged.filter(({ label }) => label === 1).length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function show({ precision, recall, f1 }: Figures): string {
  return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`
}
