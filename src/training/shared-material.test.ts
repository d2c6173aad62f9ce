import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPost } from '#domain/post/read-post.ts'
import { readingTables } from '#store/reading-tables.ts'
import { crossValidate } from './cross-validate.ts'
import { disguisedSpellings } from './disguised-spellings.ts'
import { exampleSentences, isJudgedRight } from './example-sentences.ts'
import { figuresOf } from './figures.ts'
import { measureFacts, type StatedMessage } from './measure-facts.ts'
import { trainingMessages } from './training-messages.ts'

/** Measured on material that is not part of the project; it is looked for beside it. */
const material = resolve(process.cwd(), '..', 'shared')
const sentencesFile = resolve(material, 'docs', 'domain.md')
const messagesFile = resolve(material, 'data', 'complaints', 'dev.jsonl')

const tables = readingTables()

function read(text: string) {
  return readPost({ externalId: 'x', title: '', text, url: null, publishedAt: null }, tables)
}

function measuredWhen(file: string) {
  if (existsSync(file)) return it
  console.warn(`skipped: there is no ${file} to measure on`)
  return it.skip
}

describe('disguised spellings', () => {
  it.each(disguisedSpellings)('%s', (text) => {
    expect(read(text).flag.flagged).toBe(true)
  })
})

describe('the sixty example sentences of the domain notes', () => {
  measuredWhen(sentencesFile)('are judged right by label, and their places found', () => {
    const sentences = exampleSentences(readFileSync(sentencesFile, 'utf8'))
    expect(sentences).toHaveLength(60)
    const wrong = sentences.filter((sentence) => !isJudgedRight(sentence, tables))
    const lost = sentences.filter(
      ({ text, place }) =>
        place !== '' &&
        !read(text).facts.places.some((found) => found.name.startsWith(place) || place === '经开区'),
    )
    expect(wrong.map(({ number }) => number)).toEqual([])
    expect(lost.map(({ number }) => number)).toEqual([])
  })
})

type Message = StatedMessage & { id: string; label: 0 | 1; borderline?: boolean }

describe('real messages labelled by hand', () => {
  measuredWhen(messagesFile)('are flagged well by models that did not see them', { timeout: 180_000 }, () => {
    const messages = readMessages()
    const { heldOut } = crossValidate(trainingMessages(messages, tables), 5, 7)
    const judged = messages.map(({ label }, at) => ({ label, flagged: heldOut[at]?.flagged === true }))
    const clear = figuresOf(judged.filter((_, at) => !messages[at]?.borderline))
    expect(figuresOf(judged).f1).toBeGreaterThan(0.9)
    expect(clear.f1).toBeGreaterThan(0.96)
    expect(clear.recall).toBeGreaterThan(0.97)
  })

  measuredWhen(messagesFile)('have their facts read', { timeout: 60_000 }, () => {
    const claims = readMessages().filter(({ label }) => label === 1)
    for (const { fact, scope, stated, right } of measureFacts(claims, tables)) {
      if (scope !== 'full') continue
      expect([fact, right / stated >= (fact === 'employer' ? 0.85 : 0.9)]).toEqual([fact, true])
    }
  })
})

function readMessages() {
  const lines = readFileSync(messagesFile, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const message = JSON.parse(line) as Message
    return { ...message, title: message.title ?? '', key: message.employer ?? null }
  })
}
