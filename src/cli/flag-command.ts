import { z } from 'zod'
import { flagLine } from '#domain/post/flag-line.ts'
import { readingTables } from '#store/reading-tables.ts'
import type { CommandLine } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { linesOf } from './lines-of.ts'
import { complain, words } from './words.ts'

const message = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  title: z.string().nullish(),
  text: z.string(),
})

/** `anxin flag`: one JSON object a line in, one out; a line that cannot be read is named and skipped. */
export const flagCommand: CommandLine = {
  name: 'flag',
  operands: '< messages.jsonl',
  options: {},
  async run() {
    const tables = readingTables()
    let bad = 0
    for await (const { number, text } of linesOf(process.stdin)) {
      if (text?.trim() === '') continue
      const parsed = message.safeParse(text === null ? null : readJson(text))
      if (!parsed.success) {
        bad += 1
        complain(words('cli.badLine', { line: number }))
        continue
      }
      const { id, title, text: body } = parsed.data
      await write(`${JSON.stringify(flagLine({ id, title: title ?? '', text: body }, tables))}\n`)
    }
    return bad > 0 ? exitCodes.badInput : exitCodes.done
  },
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function write(line: string): Promise<void> {
  if (process.stdout.write(line)) return
  await new Promise((resolve) => process.stdout.once('drain', resolve))
}
