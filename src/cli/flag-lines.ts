import { isUtf8 } from 'node:buffer'
import type { FlagSentencePart } from '#domain/post/explain-flag.ts'
import { flagLine } from '#domain/post/flag-line.ts'
import type { ReadingTables } from '#domain/post/reading-tables.ts'
import type { LineBlock } from './line-blocks.ts'
import { words } from './words.ts'

/** A line that could not be read, or not wholly; `number` counts from 1 over the whole input. */
export type BadLine = { number: number; problem: 'too_long' | 'not_json' | 'not_utf8' }

/** The answers to a block, each line ended, and what was wrong with which line. */
export type FlaggedLines = { out: Uint8Array; bad: BadLine[] }

type Message = { id: string; title: string; text: string }

/** Judges every line of a block. A byte that is no UTF-8 is named, and the rest of its line is read all the same. */
export function flagLines({ firstLine, bytes, tooLong }: LineBlock, tables: ReadingTables): FlaggedLines {
  const bad: BadLine[] = tooLong.map((number) => ({ number, problem: 'too_long' }))
  const answers: string[] = []
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8').split('\n')
  const broken = isUtf8(bytes) ? noLines : brokenLines(bytes)
  for (const [index, line] of lines.entries()) {
    const number = firstLine + index
    if (line.trim() === '') continue
    if (broken.has(index)) bad.push({ number, problem: 'not_utf8' })
    const answer = flagOne(line, tables)
    if (answer === null) bad.push({ number, problem: 'not_json' })
    else answers.push(answer)
  }
  return { out: new TextEncoder().encode(answers.join('')), bad }
}

const noLines: ReadonlySet<number> = new Set()

/** Lines of the block, from 0, that hold bytes which are no UTF-8. */
function brokenLines(bytes: Uint8Array): ReadonlySet<number> {
  const broken = new Set<number>()
  for (let from = 0, index = 0; from < bytes.length; index++) {
    const newline = bytes.indexOf(0x0a, from)
    const end = newline < 0 ? bytes.length : newline
    if (!isUtf8(bytes.subarray(from, end))) broken.add(index)
    from = end + 1
  }
  return broken
}

function flagOne(line: string, tables: ReadingTables): string | null {
  const message = messageIn(readJson(line))
  if (!message) return null
  const { because, ...answer } = flagLine(message, tables)
  return `${JSON.stringify({ ...answer, because: sentenceOf(because) })}\n`
}

/** By hand: a schema library would take longer to load than thousands of lines to judge. */
function messageIn(json: unknown): Message | null {
  if (typeof json !== 'object' || json === null) return null
  const { id, title, text } = json as Record<string, unknown>
  const named = typeof id === 'string' || Number.isFinite(id)
  const titled = typeof title === 'string' || title === null || title === undefined
  if (!named || !titled || typeof text !== 'string') return null
  return { id: String(id), title: title ?? '', text }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

let between: string | null = null

function sentenceOf(parts: readonly FlagSentencePart[]): string {
  between ??= words('flag.between')
  let sentence = ''
  for (const part of parts) sentence += sentence === '' ? wordsOf(part) : between + wordsOf(part)
  return sentence
}

/** Most messages are none, and all of those say the same; putting values into words is what takes time here. */
const said = new Map<string, string>()
const mostSaid = 2_000

function wordsOf({ code, values }: FlagSentencePart): string {
  let key = code
  for (const name in values) key += ` ${values[name]}`
  const known = said.get(key)
  if (known !== undefined) return known
  const sentence = (words as unknown as (key: string, values: object) => string)(
    `flag.because.${code}`,
    values,
  )
  if (said.size >= mostSaid) said.clear()
  said.set(key, sentence)
  return sentence
}
