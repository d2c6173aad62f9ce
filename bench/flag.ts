import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { findWords } from '#domain/flagging/find-words.ts'
import { fold } from '#domain/flagging/fold.ts'
import { compileLexicon, expandPattern, type LexiconsJson } from '#domain/flagging/lexicon.ts'
import { readPost } from '#domain/post/read-post.ts'
import evening from '#seeds/drill-evening.json' with { type: 'json' }
import lexicons from '#seeds/lexicons.json' with { type: 'json' }
import { readingTables } from '#store/reading-tables.ts'
import { atLeast, type Figure } from './table.ts'

const messages = 20_000
const letters = 95
const terms = 2_000
/** Enough that starting the threads is not what is measured. */
const lines = 100_000
const program = join(process.cwd(), 'dist', 'anxin.js')

/** The word lists alone, one message read whole, and the command on all cores; plain searches beside them in the same run. */
export async function flagParts(): Promise<Figure[]> {
  const texts = Array.from({ length: messages }, (_, at) => messageAt(at))
  return [lexiconFigure(texts), readingFigure(texts), ...(await commandFigures(texts))]
}

function lexiconFigure(texts: string[]): Figure {
  const few = lexiconOf(terms)
  const words = few.groups.flatMap((group) => group.terms)
  const compiled = compileLexicon(few)
  const ours = perSecond(texts, (text) => findWords(fold(text, compiled.folding), compiled))
  const alternation = new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|'),
    'gu',
  )
  const one = perSecond(texts, (text) => text.match(alternation))
  const loop = perSecond(texts.slice(0, messages / 20), (text) => words.filter((word) => text.includes(word)))
  const whole = compileLexicon(lexicons as LexiconsJson)
  const all = perSecond(texts, (text) => findWords(fold(text, whole.folding), whole))
  return atLeast({
    what: `word lists, ${terms} terms, folding on, one core`,
    value: ours,
    unit: '/s',
    limit: 300_000,
    note: `all ${whole.groupOf.length} terms ${thousands(all)}/s; without folding: one alternation ${thousands(one)}/s, a loop of includes ${thousands(loop)}/s`,
  })
}

function readingFigure(texts: string[]): Figure {
  const tables = readingTables()
  const rate = perSecond(texts, (text) =>
    readPost({ externalId: '', title: '', text, url: null, publishedAt: null }, tables),
  )
  return atLeast({
    what: 'a message masked, judged and read, one core',
    value: rate,
    unit: '/s',
    limit: 10_000,
    note: `${letters} letters each, one in four about wages`,
  })
}

async function commandFigures(texts: string[]): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'anxin-bench-'))
  try {
    const file = join(folder, 'messages.jsonl')
    const answers = join(folder, 'answers.jsonl')
    writeFileSync(file, manyLines(texts))
    const begun = performance.now()
    const { megabytes, cpuSeconds } = await runFlag(file, answers)
    const seconds = (performance.now() - begun) / 1_000
    const answered = readFileSync(answers, 'utf8').split('\n').length - 1
    return [
      atLeast({
        what: `anxin flag, ${availableParallelism()} cores`,
        value: answered / seconds,
        unit: '/s',
        limit: 20_000,
        note: `${answered} lines in ${seconds.toFixed(1)} s, start-up included; ${cpuSeconds.toFixed(1)} s of processor time, so ${thousands((answered / cpuSeconds) * availableParallelism())}/s on ${availableParallelism()} idle cores`,
      }),
      {
        what: 'anxin flag, most memory, all its threads',
        value: megabytes,
        unit: 'MB',
        limit: 400,
        note: megabytes > 0 ? 'word lists, gazetteer and model loaded' : 'not known on this system',
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Spent = { megabytes: number; cpuSeconds: number }

/** Runs the built command over a file; what it held and spent at most, or 0 where the system does not tell. */
async function runFlag(file: string, answers: string): Promise<Spent> {
  const child = spawn(process.execPath, [program, 'flag'], { stdio: ['pipe', 'pipe', 'inherit'] })
  let spent: Spent = { megabytes: 0, cpuSeconds: 0 }
  const look = setInterval(() => {
    const now = spentBy(child.pid)
    if (now) {
      spent = {
        megabytes: Math.max(spent.megabytes, now.megabytes),
        cpuSeconds: Math.max(spent.cpuSeconds, now.cpuSeconds),
      }
    }
  }, 50)
  try {
    await Promise.all([
      pipeline(createReadStream(file), child.stdin),
      pipeline(child.stdout, createWriteStream(answers)),
    ])
  } finally {
    clearInterval(look)
  }
  return spent
}

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100

function spentBy(pid: number | undefined): Spent | null {
  try {
    const [, , ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/u, 'node')
      .split(' ')
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return {
      megabytes: Number(status.match(/VmHWM:\s+(\d+) kB/u)?.[1] ?? 0) / 1_024,
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    }
  } catch {
    return null
  }
}

function manyLines(texts: string[]): string {
  const parts: string[] = []
  for (let at = 0; at < lines; at++) {
    parts.push(JSON.stringify({ id: String(at), title: '', text: texts[at % texts.length] }))
  }
  return `${parts.join('\n')}\n`
}

const kept = evening.posts.filter((post) => post.expect.kept)
const others = evening.posts.filter((post) => !post.expect.kept)

/** Sentences of the drill, cut and joined so that no two messages are the same; one in four is about wages. */
function messageAt(at: number): string {
  const posts = at % 4 === 0 ? kept : others
  const one = posts[at % posts.length]?.text ?? ''
  const other = others[(at * 7 + Math.floor(at / posts.length)) % others.length]?.text ?? ''
  const from = at % 5
  return `${one.slice(from)}${at}，${other}`.replaceAll('{mark}', '').padEnd(letters, '。').slice(0, letters)
}

/** The word lists cut down evenly to so many terms, spelled out. */
function lexiconOf(most: number): LexiconsJson {
  const groups = (lexicons as LexiconsJson).groups.map(({ patterns = [], ...group }) => ({
    ...group,
    terms: [...new Set([...group.terms, ...patterns.flatMap(expandPattern)])],
  }))
  const all = groups.reduce((sum, group) => sum + group.terms.length, 0)
  let seen = 0
  const kept = groups.map((group) => ({
    ...group,
    terms: group.terms.filter(() => {
      seen += 1
      return Math.floor((seen * most) / all) > Math.floor(((seen - 1) * most) / all)
    }),
  }))
  return { ...(lexicons as LexiconsJson), groups: kept }
}

/** Texts per second of one core's time, whatever else the machine does; the best of three rounds after one to warm up. */
function perSecond(texts: readonly string[], work: (text: string) => unknown): number {
  let best = 0
  for (let round = 0; round < 4; round++) {
    const begun = process.cpuUsage()
    for (const text of texts) work(text)
    const { user, system } = process.cpuUsage(begun)
    if (round > 0) best = Math.max(best, (texts.length / (user + system)) * 1_000_000)
  }
  return best
}

function thousands(value: number): string {
  return `${Math.round(value / 1_000)} k`
}
