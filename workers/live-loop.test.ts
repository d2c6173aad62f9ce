import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openProducer, type Producer, startWorkers } from '#platform/queue.ts'
import { alert } from '#store/tables/alert.ts'
import { post } from '#store/tables/post.ts'
import { source } from '#store/tables/source.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { type OwnRedis, ownRedis } from '#testing/own-redis.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import type { Context } from '#use-cases/context.ts'
import { correlatePosts } from '#use-cases/correlate-posts.ts'
import { escalateAlerts } from '#use-cases/escalate-alerts.ts'
import { pollDueSource } from '#use-cases/poll-due-source.ts'
import { type Intake, takeIntake } from '#use-cases/take-intake.ts'
import { ordinaryManners } from '#use-cases/visit-host.ts'
import { every } from './every.ts'
import { sweepDueSources } from './sweep-due-sources.ts'
import { sweepWaitingPosts } from './sweep-waiting-posts.ts'

const silent = pino({ level: 'silent' })
const soon = { timeout: 20_000, interval: 50 }

let redis: OwnRedis
let room: Scenario
let queue: Producer
const running: (() => Promise<void>)[] = []

beforeAll(async () => {
  redis = await ownRedis()
  vi.stubEnv('REDIS_URL', redis.url)
  const address = await serve((request, response) => feed(request.url ?? '', response.end.bind(response)))
  feedAddress = address
  vi.stubEnv('ALLOW_PRIVATE_SOURCES', new URL(address).host)
})
beforeEach(async () => {
  room = await openScenario()
  queue = openProducer(silent)
  await vi.waitFor(async () => expect(await queue.ping()).toBe(true), soon)
  await redis.empty()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((stop) => stop()))
  await queue.close()
  await room.drop()
})
afterAll(async () => {
  closeServers()
  await redis.drop()
  vi.unstubAllEnvs()
})

let feedAddress = ''
let published = 0
/** A feed with one more item at each reading. */
function feed(path: string, end: (body: string) => void): void {
  published += 1
  end(`<rss><channel><title>论坛</title><item><guid>${path}-${published}</guid>
    <description>第${published}条：嘉善姚庄一家箱包厂欠薪三个月，22个工人</description></item></channel></rss>`)
}

/** As the processes do it, on the clock of the wall and at a quicker beat. */
const context = (): Context => ({
  ...room.contextOf(),
  now: new Date(),
  hint: (job, data, sameAs) => queue.hint(job, data, sameAs),
})
function startWorking(): void {
  const workers = startWorkers(
    {
      'poll-source': async (data) => void (await pollDueSource(context(), data)),
      'correlate-posts': async () => void (await correlatePosts(context())),
    },
    silent,
  )
  running.push(() => workers.close())
}
function startScheduling(): void {
  const duties = [
    every(100, silent, () => sweepWaitingPosts(context(), queue)),
    every(100, silent, () => escalateAlerts(context())),
    every(200, silent, () => sweepDueSources(context(), queue, ordinaryManners())),
  ]
  running.push(async () => void (await Promise.all(duties.map((duty) => duty.stop()))))
}

const towns = ['濮院', '许村', '姚庄', '新埭', '王江泾', '余新', '崇福', '洪合']
let heard = 0
function call(): Promise<unknown> {
  heard += 1
  const intake: Intake = {
    formId: randomUUID(),
    channel: '12345',
    text: `第${heard}个电话，${towns[heard % towns.length]}一家厂拖欠工资`,
    place: towns[heard % towns.length] ?? null,
    employer: null,
    workers: 12,
    amountYuan: null,
  }
  return takeIntake({ ...context(), actor: room.officer('rsj') }, intake)
}
const waiting = () => room.db.$count(post, eq(post.state, 'waiting'))

describe('Redis emptied', () => {
  it('in the middle of an evening loses no post, and the polls come back', async () => {
    const { id } = await room.feed('论坛')
    await room.db
      .update(source)
      .set({ url: `${feedAddress}/a`, intervalSeconds: 1 })
      .where(eq(source.id, id))
    startWorking()
    startScheduling()
    for (let n = 0; n < 40; n += 1) {
      await call()
      if (n % 10 === 5) await redis.empty()
    }
    await vi.waitFor(async () => expect(await waiting()).toBe(0), soon)
    const joined = await room.db.select().from(post).where(eq(post.channel, '12345'))
    expect(joined).toHaveLength(40)
    expect(joined.every(({ state, incidentId }) => state === 'joined' && incidentId !== null)).toBe(true)
    await redis.empty()
    const before = published
    await vi.waitFor(() => expect(published).toBeGreaterThan(before + 1), soon)
  }, 60_000)
})

describe('Redis stopped', () => {
  it('does not stop the polls', async () => {
    const { id } = await room.feed('论坛')
    await room.db
      .update(source)
      .set({ url: `${feedAddress}/b`, intervalSeconds: 1 })
      .where(eq(source.id, id))
    startScheduling()
    await redis.stop()
    const before = published
    await vi.waitFor(() => expect(published).toBeGreaterThan(before + 1), soon)
    await redis.start()
  }, 60_000)

  it('costs the officer about a second, and the sweep finds the post', async () => {
    startScheduling()
    await redis.stop()
    const pressed = performance.now()
    await call()
    expect(performance.now() - pressed).toBeLessThan(3_000)
    expect(await waiting()).toBe(1)
    await vi.waitFor(async () => expect(await waiting()).toBe(0), soon)
    expect((await room.onlyIncident()).alerts.length).toBeGreaterThanOrEqual(3)
    await redis.start()
  }, 60_000)

  it('does not stop the ladder', async () => {
    await call()
    await room.correlate()
    await redis.stop()
    await room.db.update(alert).set({ nextStepAt: new Date(Date.now() - 1_000) })
    startScheduling()
    await vi.waitFor(async () => {
      const rungs = (await room.db.select().from(alert)).map(({ rung }) => rung)
      expect(rungs).toEqual(rungs.map(() => 1))
    }, soon)
    await redis.start()
  }, 60_000)
})

describe('a poison post', () => {
  it('is put back and holds up no other, sweep after sweep', async () => {
    await call()
    await room.db.update(post).set({ facts: {} as never })
    startWorking()
    startScheduling()
    for (let n = 0; n < 5; n += 1) await call()
    await vi.waitFor(async () => expect(await waiting()).toBe(1), soon)
    const [left] = await room.db.select().from(post).where(eq(post.state, 'waiting'))
    expect(left?.attempts).toBeGreaterThan(0)
    expect(left?.notBefore?.getTime()).toBeGreaterThan(Date.now())
  }, 60_000)
})
