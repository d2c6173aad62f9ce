import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { logger } from '#platform/log.ts'
import { openProducer, type Producer } from '#platform/queue.ts'
import { rssOf, serveFeeds } from './pipeline-feeds.ts'
import { atLeast, type Figure, share } from './table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const feeds = 20
const itemsEach = 1_000
const rounds = 3
const giveUpAfterMs = 300_000

/** Twenty feeds over HTTP through the built workers into PostgreSQL: from the first request to the last incident's event. */
export async function pipelineParts(): Promise<Figure[]> {
  const perSecond: number[] = []
  const peaks: number[] = []
  let made = ''
  let cpu = ''
  for (let round = 0; round < rounds; round += 1) {
    const run = await runOnce(feeds, itemsEach)
    perSecond.push((feeds * itemsEach) / run.seconds)
    peaks.push(run.peakMegabytes)
    made = `${run.joined} joined into ${run.incidents} incidents, ${run.events} events`
    cpu = `processor ${run.workerCpu.toFixed(1)} s worker + ${run.postgresCpu.toFixed(1)} s PostgreSQL`
    const stored = `all stored after ${run.storedSeconds.toFixed(2)} s`
    process.stderr.write(
      `pipeline, round ${round + 1}: ${run.seconds.toFixed(2)} s (${stored}), ${made}, ${cpu}, load ${loadavg()[0]?.toFixed(1)}\n`,
    )
  }
  const median = share(perSecond, 0.5)
  return [
    atLeast({
      what: `${feeds} feeds × ${itemsEach} items, fetched to the last event`,
      value: median,
      unit: 'posts/s',
      limit: 10_000,
      note: `median of ${rounds} (${perSecond.map((one) => one.toFixed(0)).join(', ')}); PostgreSQL with fsync; ${made}; ${cpu}`,
    }),
    {
      what: 'one worker at its largest, tables and model loaded',
      value: Math.max(...peaks),
      unit: 'MB',
      limit: 400,
      note: 'VmHWM after the run above',
    },
  ]
}

export type PipelineRun = {
  seconds: number
  /** Until every post was stored, flagged ones waiting. */
  storedSeconds: number
  joined: number
  incidents: number
  events: number
  /** Processor seconds. */
  workerCpu: number
  postgresCpu: number
  peakMegabytes: number
}

/** On a database of its own; one feed before the clock starts, as a worker that has been running for a while has read many. */
async function runOnce(feedCount: number, items: number): Promise<PipelineRun> {
  const asked: number[] = []
  const now = new Date()
  const documents = Array.from({ length: feedCount + 1 }, (_, feed) => rssOf(feed, items, now))
  const served = await serveFeeds(documents, () => asked.push(performance.now()))
  const room = await openPipeline(feedCount + 1)
  try {
    const ids = await Promise.all(served.urls.map((url, at) => room.addFeed(`论坛${at}`, url)))
    const warm = ids.pop() as string
    await room.poll([warm], items)
    asked.length = 0
    const before = await room.counts()
    const cpuBefore = await room.cpu()
    const ended = await room.poll(ids, items * (feedCount + 1))
    const after = await room.counts()
    const cpuAfter = await room.cpu()
    return {
      seconds: (ended.last - (asked[0] ?? Number.NaN)) / 1_000,
      storedSeconds: (ended.stored - (asked[0] ?? Number.NaN)) / 1_000,
      joined: after.joined - before.joined,
      incidents: after.incidents - before.incidents,
      events: after.events - before.events,
      workerCpu: cpuAfter.worker - cpuBefore.worker,
      postgresCpu: cpuAfter.postgres - cpuBefore.postgres,
      peakMegabytes: await room.peakMegabytes(),
    }
  } finally {
    await room.close()
    await served.close()
  }
}

type Counts = { seen: number; waiting: number; joined: number; incidents: number; events: number }

export async function openPipeline(feedCount: number) {
  const env = environment(feedCount)
  await promisify(execFile)(process.execPath, [join(root, 'dist/prepare.js'), '--real'], { cwd: root, env })
  const sql = postgres(env.DATABASE_URL as string, { max: 2, onnotice: () => undefined })
  let lastNotice = 0
  await sql.listen('anxin_event', () => {
    lastNotice = performance.now()
  })
  const workers = await startWorkers(env)
  const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  const postmaster = (await statOf(backend?.pid ?? 0)).parent
  const producer = await openOwnProducer(env)
  const counts = async (): Promise<Counts> => {
    const [row] = await sql<Counts[]>`select
      (select count(*)::int from seen_post) as seen,
      (select count(*)::int from post where state = 'waiting') as waiting,
      (select count(*)::int from post where state = 'joined') as joined,
      (select count(*)::int from incident) as incidents,
      (select count(*)::int from event) as events`
    return row as Counts
  }
  const begin = (sourceId: string) => producer.hint('poll-source', { sourceId }, sourceId)
  return {
    counts,
    begin,
    async addFeed(name: string, url: string): Promise<string> {
      const id = randomUUID()
      await sql`insert into source (id, kind, channel, name, url, interval_seconds, created_at)
        values (${id}, 'feed', 'online', ${name}, ${url}, 3600, now())`
      return id
    },
    /** Asks for all at once; resolves with the moments of the last post stored and of the last event. */
    async poll(ids: string[], seen: number): Promise<{ stored: number; last: number }> {
      for (const sourceId of ids) await begin(sourceId)
      const began = performance.now()
      for (let allSeenAt = 0; ; ) {
        const now = await counts()
        if (now.seen >= seen && allSeenAt === 0) allSeenAt = performance.now()
        if (now.seen >= seen && now.waiting === 0)
          return { stored: allSeenAt, last: Math.max(lastNotice, allSeenAt) }
        // As the scheduler's sweep does for a hint that was lost.
        if (performance.now() - Math.max(lastNotice, began) > 2_000)
          await producer.hint('correlate-posts', {}, 'correlate')
        if (performance.now() - began > giveUpAfterMs) throw new Error(`stuck at ${JSON.stringify(now)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    /** Processor time used so far: what a figure on a busy machine can still be compared by. */
    async cpu(): Promise<{ worker: number; postgres: number }> {
      return { worker: (await statOf(workers.pid ?? 0)).seconds, postgres: await secondsUnder(postmaster) }
    },
    peakMegabytes: () => statusOf(workers, 'VmHWM'),
    async close() {
      workers.kill('SIGTERM')
      await new Promise((resolve) => workers.once('exit', resolve))
      await producer.close()
      await sql.end()
    },
  }
}

function environment(feedCount: number): NodeJS.ProcessEnv {
  const database = new URL(process.env.TEST_DATABASE_URL ?? '')
  database.pathname = `/anxin_bench_${randomUUID().slice(0, 8)}`
  return {
    ...process.env,
    NODE_ENV: 'production',
    REALM: 'real',
    DATABASE_URL: database.href,
    REDIS_URL: process.env.TEST_REDIS_URL,
    AUTH_SECRET: randomUUID() + randomUUID(),
    ALLOW_PRIVATE_SOURCES: Array.from({ length: feedCount }, (_, at) => `127.0.1.${at + 1}`).join(','),
  }
}

async function openOwnProducer(env: NodeJS.ProcessEnv): Promise<Producer> {
  Object.assign(process.env, env)
  const producer = openProducer(logger('bench'))
  for (let tries = 0; !(await producer.ping()); tries += 1) {
    if (tries > 100) throw new Error('redis does not answer')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return producer
}

/** The built program; resolves once it says it is ready. */
async function startWorkers(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'dist/workers.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the workers left')))
    child.stdout.on('data', (data) => {
      if (String(data).includes('ready')) resolve()
    })
  })
  return child
}

/** Clock ticks are hundredths of a second on every Linux Node runs on. */
async function statOf(pid: number): Promise<{ parent: number; seconds: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return { parent: fields[1] ?? 0, seconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) / 100 }
}

async function secondsUnder(parent: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(pids.map(statOf))
  return stats.filter((stat) => stat.parent === parent).reduce((sum, { seconds }) => sum + seconds, 0)
}

async function statusOf({ pid }: ChildProcess, field: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1_000
}
