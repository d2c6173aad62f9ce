import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import lexicons from '#seeds/lexicons.json' with { type: 'json' }
import { freePort } from '../e2e/stack.ts'
import { rssOf, serveFeeds } from './pipeline-feeds.ts'
import { atLeast, type Figure, share } from './table.ts'

const folder = fileURLToPath(new URL('node-red', import.meta.url))
const feeds = 20
const itemsEach = 1_000
const rounds = 3
const giveUpAfterMs = 120_000

/** The same twenty feeds through Node-RED's feed node and a keyword function; it keeps nothing, and forgets when it stops. */
export async function nodeRedParts(): Promise<Figure[]> {
  if (!existsSync(join(folder, 'node_modules', 'node-red'))) await install()
  const perSecond: number[] = []
  for (let round = 0; round < rounds; round += 1) perSecond.push((feeds * itemsEach) / (await runOnce()))
  const all = perSecond.map((one) => one.toFixed(0)).join(', ')
  return [
    atLeast({
      what: `the same ${feeds} feeds through Node-RED, nothing stored`,
      value: share(perSecond, 0.5),
      unit: 'posts/s',
      limit: 10_300,
      note: `median of ${rounds} (${all}); a peer, its limit is what it reached elsewhere`,
    }),
  ]
}

async function install(): Promise<void> {
  const wishes = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts']
  await promisify(execFile)('npm', wishes, { cwd: folder })
}

/** Seconds from its first request to its last message. */
async function runOnce(): Promise<number> {
  const asked: number[] = []
  const now = new Date()
  const documents = Array.from({ length: feeds }, (_, feed) => rssOf(feed, itemsEach, now))
  const served = await serveFeeds(documents, () => asked.push(Date.now()))
  const userDir = await mkdtemp(join(tmpdir(), 'anxin-node-red-'))
  const port = await freePort()
  await writeFile(join(userDir, 'flows.json'), JSON.stringify(flowOf(served.urls)))
  await writeFile(join(userDir, 'settings.js'), `module.exports = ${JSON.stringify(settings)}`)
  const program = join(folder, 'node_modules', 'node-red', 'red.js')
  const child = spawn(
    process.execPath,
    [program, '--userDir', userDir, '--port', String(port), 'flows.json'],
    { cwd: folder, stdio: 'ignore' },
  )
  const gone = new Promise((resolve) => child.once('exit', resolve))
  try {
    const last = await untilCounted(port)
    return (last - Math.min(...asked)) / 1_000
  } finally {
    child.kill('SIGTERM')
    await gone
    await served.close()
    await rm(userDir, { recursive: true, force: true })
  }
}

const settings = {
  uiHost: '127.0.0.1',
  flowFile: 'flows.json',
  httpAdminRoot: false,
  logging: { console: { level: 'off' } },
}

/** Asks the flow how many messages it has counted, and when the last came. */
async function untilCounted(port: number): Promise<number> {
  const began = Date.now()
  while (Date.now() - began < giveUpAfterMs) {
    const answer = await fetch(`http://127.0.0.1:${port}/counted`).catch(() => null)
    const counted = answer?.ok ? ((await answer.json()) as { count: number; last: number }) : null
    if (counted && counted.count >= feeds * itemsEach) return counted.last
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Node-RED did not get through the feeds')
}

function flowOf(urls: string[]): object[] {
  const words = lexicons.groups.flatMap(({ terms }) => terms).slice(0, 500)
  const wired = { z: 'flow', x: 0, y: 0 }
  const read = urls.map((url, at) => ({
    ...wired,
    id: `feed${at}`,
    type: 'feedparse',
    url,
    interval: 60,
    ignorefirst: false,
    wires: [['judge']],
  }))
  const judge = `const text = (msg.article?.title ?? '') + (msg.payload ?? '')
if (words.some((word) => text.includes(word))) flow.set('flagged', (flow.get('flagged') ?? 0) + 1)
flow.set('count', (flow.get('count') ?? 0) + 1)
flow.set('last', Date.now())`
  return [
    { id: 'flow', type: 'tab', label: 'bench' },
    ...read,
    {
      ...wired,
      id: 'judge',
      type: 'function',
      outputs: 0,
      func: `const words = ${JSON.stringify(words)}\n${judge}`,
      wires: [],
    },
    { ...wired, id: 'in', type: 'http in', url: '/counted', method: 'get', wires: [['tell']] },
    {
      ...wired,
      id: 'tell',
      type: 'function',
      outputs: 1,
      func: "msg.payload = { count: flow.get('count') ?? 0, last: flow.get('last') ?? 0 }\nreturn msg",
      wires: [['out']],
    },
    { ...wired, id: 'out', type: 'http response', wires: [] },
  ]
}
