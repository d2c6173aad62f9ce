import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stopProcess } from './recorded-process.mjs'
import { runningRedis, startRedis } from './start-redis.mjs'

let dataDir: string
let server: Awaited<ReturnType<typeof startRedis>>

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'anxin-redis-'))
  server = await startRedis({ dataDir })
})

afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

async function ask(command: string[], url = server.url): Promise<unknown> {
  const client = createClient({ url, socket: { reconnectStrategy: false } })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await client.sendCommand(command)
  } finally {
    client.destroy()
  }
}

it.each([
  ['bind', '127.0.0.1'],
  ['appendonly', 'yes'],
  ['maxmemory-policy', 'noeviction'],
])('runs with %s %s', async (setting, value) => {
  expect(Object.values((await ask(['CONFIG', 'GET', setting])) as object)).toContain(value)
})

it('wants the password', async () => {
  await expect(ask(['PING'], server.url.replace(/:[0-9a-f]{48}@/, ''))).rejects.toThrow(/NOAUTH/)
})

it('is taken over, not started twice, by the next start', async () => {
  expect(runningRedis(dataDir)).toEqual({ url: server.url, pid: server.pid })
  expect((await startRedis({ dataDir })).pid).toBe(server.pid)
})

it('keeps its jobs through a stop and through kill -9', async () => {
  await ask(['SET', 'first', 'kept'])
  await server.stop()
  server = await startRedis({ dataDir })
  await ask(['SET', 'second', 'kept'])
  await stopProcess(server.pid, [['SIGKILL', 5_000]])
  server = await startRedis({ dataDir })
  expect(await ask(['MGET', 'first', 'second'])).toEqual(['kept', 'kept'])
})
