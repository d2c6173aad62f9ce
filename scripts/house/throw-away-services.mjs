import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './start-postgres.mjs'
import { startRedis } from './start-redis.mjs'

/**
 * An empty PostgreSQL and an empty Redis in a folder of their own, gone without a trace after `stop`.
 * @param {{ durable?: boolean }} [how] durable: PostgreSQL waits for the disk, as in service; tests need not
 * @returns {Promise<{ databaseUrl: string, redisUrl: string, stop: () => Promise<void>, kill: () => void }>}
 *   databaseUrl may create databases
 */
export async function startThrowAwayServices({ durable = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-test-'))
  const forget = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  /** @type {{ pid: number, last: NodeJS.Signals, stop: () => Promise<void> }[]} */
  const servers = []
  const stop = async () => {
    for (let server = servers.pop(); server; server = servers.pop()) await server.stop()
    forget()
  }
  const kill = () => {
    for (const { pid, last } of servers) process.kill(pid, last)
    forget()
  }
  try {
    const postgres = await startPostgres({ dataDir, durable })
    servers.push({ ...postgres, last: 'SIGQUIT' })
    const redis = await startRedis({ dataDir })
    servers.push({ ...redis, last: 'SIGKILL' })
    return { databaseUrl: postgres.url, redisUrl: redis.url, stop, kill }
  } catch (error) {
    await stop()
    throw error
  }
}
