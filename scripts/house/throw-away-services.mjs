import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './start-postgres.mjs'
import { startRedis } from './start-redis.mjs'

/**
 * An empty PostgreSQL and an empty Redis in a folder of their own, gone without a trace after `stop`.
 * @returns {Promise<{ databaseUrl: string, redisUrl: string, stop: () => Promise<void> }>} databaseUrl may create
 *   databases
 */
export async function startThrowAwayServices() {
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-test-'))
  const stops = [() => rmSync(dataDir, { recursive: true, force: true })]
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last()
  }
  try {
    const postgres = await startPostgres({ dataDir, durable: false })
    stops.push(postgres.stop)
    const redis = await startRedis({ dataDir })
    stops.push(redis.stop)
    return { databaseUrl: postgres.url, redisUrl: redis.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
