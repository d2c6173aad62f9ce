import { step } from './say.mjs'
import { startPostgres } from './start-postgres.mjs'
import { startRedis } from './start-redis.mjs'

/**
 * PostgreSQL and Redis: the ones the environment names, else our own.
 * @param {import('./start-settings.mjs').StartSettings} settings
 * @returns {Promise<{ databaseUrl: string, redisUrl: string, stop: () => Promise<void>, kill: () => void }>}
 */
export async function startServices({ env, dataDir }) {
  const postgres = env.DATABASE_URL
    ? elsewhere(env.DATABASE_URL)
    : await step('启动 PostgreSQL · starting PostgreSQL', () => startOwnPostgres(dataDir))
  try {
    const redis = env.REDIS_URL
      ? elsewhere(env.REDIS_URL)
      : await step('启动 Redis · starting Redis', () => startOwnRedis(dataDir))
    return {
      databaseUrl: postgres.url,
      redisUrl: redis.url,
      async stop() {
        await redis.stop()
        await postgres.stop()
      },
      kill() {
        redis.kill()
        postgres.kill()
      },
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function startOwnPostgres(dataDir) {
  const server = await startPostgres({ dataDir, durable: true })
  // Immediate shutdown: nothing committed is lost, the next start recovers from the write-ahead log.
  return { ...server, kill: () => process.kill(server.pid, 'SIGQUIT') }
}

async function startOwnRedis(dataDir) {
  const server = await startRedis({ dataDir })
  return { ...server, kill: () => process.kill(server.pid, 'SIGTERM') }
}

function elsewhere(url) {
  return { url, stop: async () => {}, kill: () => {} }
}
