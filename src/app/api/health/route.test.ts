import net, { type AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { logger } from '#platform/log.ts'
import { database } from '#store/database.ts'
import { beat } from '#store/heartbeats.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { producer } from '#use-cases/context.ts'
import { GET } from './route.ts'

let fresh: TestDatabase
let line: Awaited<ReturnType<typeof lineTo>>
const redisUrl = process.env.TEST_REDIS_URL ?? ''

beforeAll(async () => {
  fresh = await freshDatabase()
  line = await lineTo(fresh.url)
  vi.stubEnv('DATABASE_URL', line.url)
  vi.stubEnv('REDIS_URL', redisUrl)
  await GET()
})
afterAll(async () => {
  await producer(logger('test')).close()
  await database().$client.end({ timeout: 1 })
  line.cut()
  await fresh.drop()
  vi.unstubAllEnvs()
})

const well = {
  postgres: true,
  redis: true,
  workers: true,
  scheduler: true,
  notifier: true,
  auditor: true,
  log: true,
}
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000)

/** When everything was last looked over, to be read on the screens as an age. */
const audit = { at: expect.stringMatching(/^2\d{3}-/), open: 0 }

async function health() {
  const answer = await GET()
  return { status: answer.status, body: await answer.json() }
}
async function beats(workers: number, scheduler: number, auditor = 12) {
  await beat(fresh.db, 'workers', ago(workers))
  await beat(fresh.db, 'scheduler', ago(scheduler))
  await beat(fresh.db, 'notifier', ago(3))
  await beat(fresh.db, 'auditor', ago(auditor))
}

it('answers 200 when every part is well', async () => {
  await beats(3, 3)
  await vi.waitFor(async () => {
    expect(await health()).toEqual({ status: 200, body: { status: 'ok', checks: well, audit } })
  }, 10_000)
})

it.each([
  ['workers', 16, 3, { ...well, workers: false }],
  ['scheduler', 3, 16, { ...well, scheduler: false }],
  ['both', 99, 99, { ...well, workers: false, scheduler: false }],
])('answers 503 when %s have not been heard of', async (_, workers, scheduler, checks) => {
  await beats(workers, scheduler)
  expect(await health()).toEqual({ status: 503, body: { status: 'failing', checks, audit } })
})

it('answers 503 when nobody has looked over everything for three rounds', async () => {
  await beats(3, 3, 46)
  expect(await health()).toMatchObject({
    status: 503,
    body: { status: 'failing', checks: { ...well, auditor: false } },
  })
})

it('answers 503 when the log takes no further event', async () => {
  await beats(3, 3)
  const name = new URL(fresh.url).pathname.slice(1)
  await fresh.db.execute(sql.raw(`alter database ${name} set default_transaction_read_only = on`))
  await fresh.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await vi.waitFor(async () => {
    expect((await health()).body).toEqual({ status: 'failing', checks: { ...well, log: false }, audit })
  }, 10_000)
})

const away = {
  postgres: false,
  redis: true,
  workers: false,
  scheduler: false,
  notifier: false,
  auditor: false,
  log: false,
}

it.each<[string, () => void]>([
  ['does not answer', () => line.silence()],
  ['is away', () => line.cut()],
])('answers 503 within seconds when PostgreSQL %s', async (_, happens) => {
  happens()
  const asked = performance.now()
  const body = { status: 'failing', checks: away, audit: { at: null, open: 0 } }
  expect(await health()).toEqual({ status: 503, body })
  expect(performance.now() - asked).toBeLessThan(8_000)
})

/** A telephone line to a server that can be silenced or cut. */
async function lineTo(url: string) {
  const far = new URL(url)
  const sockets = new Set<net.Socket>()
  let silent = false
  const server = net.createServer((near) => {
    const upstream = net.connect(Number(far.port), far.hostname)
    for (const [from, to] of [
      [near, upstream],
      [upstream, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => silent || to.write(bytes))
      from.on('close', () => to.destroy())
      from.on('error', () => undefined)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const own = new URL(url)
  own.port = String((server.address() as AddressInfo).port)
  return {
    url: own.href,
    silence() {
      silent = true
    },
    cut() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
