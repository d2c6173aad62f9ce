import { isUtf8 } from 'node:buffer'
import { z } from 'zod'
import type { FlagSentencePart } from '#domain/post/explain-flag.ts'
import { flagLine } from '#domain/post/flag-line.ts'
import type { ReadingTables } from '#domain/post/reading-tables.ts'
import { type LineBlock, lineMaxBytes } from './line-blocks.ts'
import { words } from './words.ts'

/** A line that could not be read, or not wholly; `number` counts from 1 over the whole input. */
export type BadLine = { number: number; problem: 'too_long' | 'not_json' | 'not_utf8' }

/** The answers to a block, each line ended, and what was wrong with which line. */
export type FlaggedLines = { out: Uint8Array; bad: BadLine[] }

const message = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  title: z.string().nullish(),
  text: z.string(),
})

/** Judges every line of a block. A byte that is no UTF-8 is named, and the rest of its line is read all the same. */
export function flagLines({ firstLine, bytes, tooLong }: LineBlock, tables: ReadingTables): FlaggedLines {
  const bad: BadLine[] = tooLong.map((number) => ({ number, problem: 'too_long' }))
  const answers: string[] = []
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wellFormed = isUtf8(block)
  let number = firstLine
  for (let from = 0; from < block.length; number++) {
    const newline = block.indexOf(0x0a, from)
    const line = block.subarray(from, newline < 0 ? block.length : newline)
    from = newline < 0 ? block.length : newline + 1
    const answer = flagOne(line, tables)
    if (answer === 'empty') continue
    if (!wellFormed && !isUtf8(line)) bad.push({ number, problem: 'not_utf8' })
    if (answer === 'unreadable') bad.push({ number, problem: 'not_json' })
    else answers.push(answer)
  }
  return { out: new TextEncoder().encode(answers.join('')), bad }
}

function flagOne(line: Buffer, tables: ReadingTables): string {
  if (line.byteLength > lineMaxBytes) return 'unreadable'
  const text = line.toString('utf8')
  if (text.trim() === '') return 'empty'
  const parsed = message.safeParse(readJson(text))
  if (!parsed.success) return 'unreadable'
  const { id, title, text: body } = parsed.data
  const { because, ...answer } = flagLine({ id, title: title ?? '', text: body }, tables)
  return `${JSON.stringify({ ...answer, because: sentenceOf(because) })}\n`
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
  return parts.map(wordsOf).join(between)
}

/** Most messages are none, and all of those say the same; putting values into words is what takes time here. */
const said = new Map<string, string>()
const mostSaid = 2_000

function wordsOf({ code, values }: FlagSentencePart): string {
  const key = `${code} ${Object.values(values).join(' ')}`
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
