import { randomUUID } from 'node:crypto'
import type { Logger } from './log.ts'
import { keyPrefix, openRedis } from './redis.ts'
import { within } from './within.ts'

/** Let in, to be left again; or how long until it is worth asking again. */
export type Entrance = { ok: true; leave: () => Promise<void> } | { ok: false; waitMs: number }

/** Lets at most so many readers into one server at a time, with a gap between their arrivals. */
export type HostGate = {
  enter(host: string, gapMs: number): Promise<Entrance>
  /** Settles once the gate is shared with the other processes. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** Readers of one server at a time, over all our processes. */
export const inFlightMost = 2
/** Between two arrivals at one server, unless its robots.txt asks for more. */
export const gapLeastMs = 1_000
/** A reader whose process died is forgotten after this; the longest fetch takes far less. */
const readerForgottenAfterMs = 90_000
const busyWaitMs = 1_000

/** One process's own gate; `now` in milliseconds. */
export function memoryGate(now: () => number = Date.now): HostGate {
  const hosts = new Map<string, { readers: Map<string, number>; openAt: number }>()
  return {
    async enter(host, gapMs) {
      const at = now()
      const known = hosts.get(host) ?? { readers: new Map<string, number>(), openAt: 0 }
      for (const [reader, until] of known.readers) if (until <= at) known.readers.delete(reader)
      if (known.readers.size >= inFlightMost) return { ok: false, waitMs: busyWaitMs }
      if (known.openAt > at) return { ok: false, waitMs: known.openAt - at }
      const reader = randomUUID()
      known.readers.set(reader, at + readerForgottenAfterMs)
      known.openAt = at + gapMs
      hosts.set(host, known)
      return { ok: true, leave: async () => void known.readers.delete(reader) }
    },
    async ready() {},
    async close() {},
  }
}

/**
 * The gate all our processes share in Redis. While Redis is away each process keeps its own; an emptied Redis only
 * forgets who is reading at the moment.
 */
export function openHostGate(log: Logger): HostGate {
  const client = openRedis(log)
  const connected = client.connect().then(
    () => undefined,
    () => undefined,
  )
  const own = memoryGate()
  const keyOf = (host: string) => `${keyPrefix()}:host:${host}`
  return {
    async enter(host, gapMs) {
      if (!client.isReady) return own.enter(host, gapMs)
      const reader = randomUUID()
      const keys = [keyOf(host), `${keyOf(host)}:gap`]
      const given = [inFlightMost, gapMs, readerForgottenAfterMs, reader, busyWaitMs].map(String)
      const asked = client.eval(enterScript, { keys, arguments: given })
      const waitMs = await within(1_000, 'redis', asked).catch(() => null)
      if (waitMs === null) return own.enter(host, gapMs)
      if (Number(waitMs) > 0) return { ok: false, waitMs: Number(waitMs) }
      const leave = async () => {
        if (!client.isReady) return
        await within(1_000, 'redis', client.zRem(keyOf(host), reader)).catch(() => undefined)
      }
      return { ok: true, leave }
    },
    ready: () => connected,
    async close() {
      client.destroy()
    },
  }
}

/** Looks and enters in one step, by the clock of Redis, so that two processes never see the same free place. */
const enterScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return tonumber(ARGV[5]) end
local gap = redis.call('PTTL', KEYS[2])
if gap > 0 then return gap end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
if tonumber(ARGV[2]) > 0 then redis.call('SET', KEYS[2], '1', 'PX', ARGV[2]) end
return 0
`
