import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OwnRedis, ownRedis } from '#testing/own-redis.ts'
import { type Entrance, gapLeastMs, type HostGate, memoryGate, openHostGate } from './host-politeness.ts'

const silent = pino({ level: 'silent' })
const leave = async (entrance: Entrance) => {
  if (entrance.ok) await entrance.leave()
}

describe('a gate of one process', () => {
  let now = 0
  let gate: HostGate
  beforeEach(() => {
    now = 1_000_000
    gate = memoryGate(() => now)
  })

  it('lets two in, one gap apart, and a third when one has left', async () => {
    const first = await gate.enter('a', 1_000)
    expect(await gate.enter('a', 1_000)).toEqual({ ok: false, waitMs: 1_000 })
    now += 1_000
    expect(await gate.enter('a', 1_000)).toMatchObject({ ok: true })
    now += 5_000
    expect(await gate.enter('a', 1_000)).toMatchObject({ ok: false })
    await leave(first)
    expect(await gate.enter('a', 1_000)).toMatchObject({ ok: true })
  })

  it('keeps servers apart', async () => {
    await gate.enter('a', 1_000)
    expect(await gate.enter('b', 1_000)).toMatchObject({ ok: true })
  })

  it('forgets a reader that never left', async () => {
    await gate.enter('a', 0)
    await gate.enter('a', 0)
    expect(await gate.enter('a', 0)).toMatchObject({ ok: false })
    now += 90_000
    expect(await gate.enter('a', 0)).toMatchObject({ ok: true })
  })
})

describe('a gate of several processes', () => {
  let redis: OwnRedis
  const opened: HostGate[] = []
  const open = () => {
    const gate = openHostGate(silent)
    opened.push(gate)
    return gate
  }
  beforeAll(async () => {
    redis = await ownRedis()
    vi.stubEnv('REDIS_URL', redis.url)
  })
  afterEach(async () => {
    for (const gate of opened.splice(0)) await gate.close()
  })
  afterAll(async () => {
    await redis.drop()
    vi.unstubAllEnvs()
  })

  it('lets two in over all of them', async () => {
    const gates = [open(), open(), open()]
    await Promise.all(gates.map((gate) => gate.ready()))
    const entered = await Promise.all(gates.flatMap((gate) => [gate.enter('a', 0), gate.enter('a', 0)]))
    expect(entered.filter(({ ok }) => ok)).toHaveLength(2)
    await Promise.all(entered.map(leave))
    expect(await gates[2]?.enter('a', 0)).toMatchObject({ ok: true })
  })

  it('keeps the gap for all of them', async () => {
    const [one, other] = [open(), open()]
    await Promise.all([one.ready(), other.ready()])
    await leave(await one.enter('gap', gapLeastMs))
    const refused = await other.enter('gap', gapLeastMs)
    expect(refused.ok ? 0 : refused.waitMs).toBeGreaterThan(0)
    expect(refused.ok ? 0 : refused.waitMs).toBeLessThanOrEqual(gapLeastMs)
  })

  it('goes on alone while Redis is away, and loses nothing when it was emptied', async () => {
    const gate = open()
    await gate.ready()
    const held = await gate.enter('c', 0)
    await redis.empty()
    await leave(held)
    expect(await gate.enter('c', 0)).toMatchObject({ ok: true })
    await redis.stop()
    const alone = [await gate.enter('d', 0), await gate.enter('d', 0), await gate.enter('d', 0)]
    expect(alone.map(({ ok }) => ok)).toEqual([true, true, false])
    await redis.start()
  }, 60_000)
})
