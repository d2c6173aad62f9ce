import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OwnRedis, ownRedis } from '#testing/own-redis.ts'
import { type Handlers, openProducer, type Producer, startWorkers } from './queue.ts'

let redis: OwnRedis
let producer: Producer
const silent = pino({ level: 'silent' })
const soon = { timeout: 20_000, interval: 50 }
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  redis = await ownRedis()
  vi.stubEnv('REDIS_URL', redis.url)
})
beforeEach(async () => {
  producer = keep(openProducer(silent))
  await vi.waitFor(async () => expect(await producer.ping()).toBe(true), soon)
  await redis.empty()
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})
afterAll(async () => {
  await redis.drop()
  vi.unstubAllEnvs()
})

function keep<T extends { close(): Promise<void> }>(one: T): T {
  opened.push(one)
  return one
}

/** Handlers that note what they were given. */
function work(handle: Partial<Handlers> = {}, log = silent) {
  const polled: string[] = []
  const correlated = vi.fn()
  const workers = keep(
    startWorkers(
      {
        'poll-source': async ({ sourceId }) => void polled.push(sourceId),
        'correlate-posts': async () => void correlated(),
        ...handle,
      },
      log,
    ),
  )
  return { polled, correlated, workers }
}

const correlate = () => producer.hint('correlate-posts', {}, 'correlate')
const pollNow = (sourceId: string) => producer.hint('poll-source', { sourceId }, sourceId)

describe('a hint', () => {
  it('wakes a worker with its data', async () => {
    const { polled } = work()
    await pollNow('a')
    await vi.waitFor(() => expect(polled).toEqual(['a']), soon)
  })

  it('given a hundred times while the work runs leads to one more round, not a hundred', async () => {
    let finish = () => {}
    const first = new Promise<void>((done) => {
      finish = done
    })
    let rounds = 0
    work({
      'correlate-posts': async () => {
        rounds += 1
        if (rounds === 1) await first
      },
    })
    await correlate()
    await vi.waitFor(() => expect(rounds).toBe(1), soon)
    await Promise.all(Array.from({ length: 100 }, correlate))
    finish()
    await vi.waitFor(() => expect(rounds).toBe(2), soon)
    await correlate()
    await vi.waitFor(() => expect(rounds).toBe(3), soon)
  })

  it('is taken again after its work has failed, and the failure is told without the words of a post', async () => {
    const lines: string[] = []
    const log = pino(
      { level: 'error' },
      new Writable({
        write(line, _, done) {
          lines.push(String(line))
          done()
        },
      }),
    )
    let rounds = 0
    work(
      {
        'correlate-posts': async () => {
          rounds += 1
          if (rounds === 1) {
            throw new Error('Failed query … params: 欠薪三个月', { cause: new Error('deadlock detected') })
          }
        },
      },
      log,
    )
    await correlate()
    await vi.waitFor(() => expect(lines).toHaveLength(1), soon)
    expect(lines.join()).toMatch(/deadlock detected/)
    expect(lines.join()).not.toMatch(/欠薪/)
    await vi.waitFor(async () => expect(await redis.contents()).toMatch(/deadlock detected/), soon)
    expect(await redis.contents()).not.toMatch(/欠薪/)
    await correlate()
    await vi.waitFor(() => expect(rounds).toBe(2), soon)
  })

  it('that is malformed harms nobody', async () => {
    const { polled } = work()
    await producer.hint('poll-source', { nobody: 1 } as never, 'x')
    await pollNow('b')
    await vi.waitFor(() => expect(polled).toEqual(['b']), soon)
  })
})

describe('Redis away', () => {
  it('costs a hint no more than about a second, and nobody an error', async () => {
    const { correlated } = work()
    await correlate()
    await vi.waitFor(() => expect(correlated).toHaveBeenCalledOnce(), soon)
    await redis.stop()
    const asked = performance.now()
    await correlate()
    await pollNow('a')
    expect(await producer.ping()).toBe(false)
    expect(performance.now() - asked).toBeLessThan(3_500)
    await redis.start()
    await vi.waitFor(async () => {
      await correlate()
      expect(correlated.mock.calls.length).toBeGreaterThan(1)
    }, soon)
  }, 60_000)

  it('that hangs costs a hint no more than about a second', async () => {
    redis.freeze()
    try {
      const asked = performance.now()
      await correlate()
      expect(await producer.ping()).toBe(false)
      expect(performance.now() - asked).toBeLessThan(3_500)
    } finally {
      redis.thaw()
    }
    const { correlated } = work()
    await vi.waitFor(async () => {
      await correlate()
      expect(correlated).toHaveBeenCalled()
    }, soon)
  }, 60_000)

  it('holds up neither round nor stop of a process', async () => {
    const { workers } = work()
    await redis.stop()
    const late = openProducer(silent)
    const lateWorkers = startWorkers(
      { 'poll-source': async () => {}, 'correlate-posts': async () => {} },
      silent,
    )
    const asked = performance.now()
    await Promise.all([workers, producer, late, lateWorkers].map((one) => one.close()))
    expect(performance.now() - asked).toBeLessThan(5_000)
    await redis.start()
  }, 60_000)
})
