import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'
import { startRedis } from '../../scripts/house/start-redis.mjs'

export type OwnRedis = Awaited<ReturnType<typeof ownRedis>>

/** A Redis that a test may stop, freeze and empty without harm to others. */
export async function ownRedis() {
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-redis-'))
  let server = await startRedis({ dataDir })
  return {
    url: server.url,
    stop: () => server.stop(),
    async start() {
      server = await startRedis({ dataDir })
    },
    /** Neither answers nor hangs up, until thawed. */
    freeze: () => process.kill(server.pid, 'SIGSTOP'),
    thaw: () => process.kill(server.pid, 'SIGCONT'),
    /** Every hash in it, as one text. */
    async contents(): Promise<string> {
      const client = createClient({ url: server.url })
      await client.connect()
      const hashes: unknown[] = []
      for (const key of await client.keys('*')) {
        if ((await client.type(key)) === 'hash') hashes.push(await client.hGetAll(key))
      }
      client.destroy()
      return JSON.stringify(hashes)
    },
    async empty() {
      const client = createClient({ url: server.url })
      await client.connect()
      await client.flushAll()
      client.destroy()
    },
    async drop() {
      await server.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
