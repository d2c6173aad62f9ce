import type { CommandLine } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import type { FlaggedLines } from './flag-lines.ts'
import { FlagPool, hasThreads } from './flag-pool.ts'
import { type LineBlock, lineBlocks } from './line-blocks.ts'
import { complain, words } from './words.ts'

/** From this many bytes on threads take over; a whole chunk at once says that more will come. */
const threadsFromBytes = 48 * 1024

/** `anxin flag`: one JSON object a line in, one out, in order; a line that cannot be read is named and skipped. */
export const flagCommand: CommandLine = {
  name: 'flag',
  operands: '< messages.jsonl',
  options: {},
  async run() {
    let bad = 0
    for await (const answer of answersInOrder(lineBlocks(process.stdin))) {
      for (const { number, problem } of answer.bad) {
        bad += 1
        complain(words(problem === 'not_utf8' ? 'cli.lineNotUtf8' : 'cli.badLine', { line: number }))
      }
      await write(answer.out)
    }
    return bad > 0 ? exitCodes.badInput : exitCodes.done
  },
}

/** Little is judged here; with more, threads take over, and no more blocks are open at once than they have room for. */
async function* answersInOrder(blocks: AsyncGenerator<LineBlock>): AsyncGenerator<FlaggedLines> {
  let bytes = 0
  let here: ((block: LineBlock) => FlaggedLines) | null = null
  for (;;) {
    const next = await blocks.next()
    if (next.done) return
    bytes += next.value.bytes.byteLength
    if (hasThreads && bytes >= threadsFromBytes) return yield* answersOfPool(next, blocks)
    here ??= await judgeHere()
    yield here(next.value)
  }
}

/** The tables are large: where threads take over at once, only they load them. */
async function judgeHere(): Promise<(block: LineBlock) => FlaggedLines> {
  const [{ flagLines }, { seedTables }] = await Promise.all([
    import('./flag-lines.ts'),
    import('#store/seed-tables.ts'),
  ])
  const tables = seedTables()
  return (block) => flagLines(block, tables)
}

/** An answer goes out as soon as it is the next, whether or not more input has come. */
async function* answersOfPool(
  first: IteratorResult<LineBlock>,
  blocks: AsyncGenerator<LineBlock>,
): AsyncGenerator<FlaggedLines> {
  const pool = new FlagPool()
  const open: Promise<FlaggedLines>[] = []
  try {
    let coming = Promise.resolve(first)
    for (;;) {
      const oldest = open[0]
      const blockFirst = coming.then(() => open.length < pool.room)
      if (oldest && !(await Promise.race([oldest.then(() => false), blockFirst]))) {
        yield await oldest
        open.shift()
        continue
      }
      const { done, value } = await coming
      if (done) break
      open.push(pool.judge(value))
      coming = blocks.next()
    }
    for (const answer of open) yield await answer
  } finally {
    await pool.close()
  }
}

async function write(lines: Uint8Array): Promise<void> {
  if (lines.byteLength === 0 || process.stdout.write(lines)) return
  await new Promise((resolve) => process.stdout.once('drain', resolve))
}
