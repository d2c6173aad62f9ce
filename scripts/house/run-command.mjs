import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildEntriesIfStale } from './build.mjs'
import { houseEnv } from './house-env.mjs'
import { isHouseRunning, lockHouse } from './house-lock.mjs'
import { installDependencies } from './install-dependencies.mjs'
import { adminWords } from './opening-words.mjs'
import { prepare } from './prepare.mjs'
import { root } from './project.mjs'
import { say } from './say.mjs'
import { runningPostgres, startPostgres } from './start-postgres.mjs'
import { runningRedis } from './start-redis.mjs'

/** Nothing listens there: a command works without Redis, the running house finds its rows within seconds. */
const noRedis = 'redis://127.0.0.1:1'

/**
 * Runs one `anxin` command with as little set up around it as it needs.
 * @param {string[]} argv
 * @param {{ needsDatabase: boolean, settings: import('./start-settings.mjs').StartSettings }} options
 * @returns {Promise<number>} the command's exit code
 */
export async function runCommand(argv, { needsDatabase, settings }) {
  await installDependencies()
  await buildEntriesIfStale()
  if (!needsDatabase) return run(argv, settings.env)
  if (settings.env.DATABASE_URL) return run(argv, envFor(settings, settings.env.DATABASE_URL))
  const running = isHouseRunning(settings.dataDir) && runningPostgres(settings.dataDir)
  return running ? run(argv, envFor(settings, running.url)) : runWithOwnPostgres(argv, settings)
}

async function runWithOwnPostgres(argv, settings) {
  const lock = await lockHouse(settings.dataDir)
  try {
    const postgres = await startPostgres({ dataDir: settings.dataDir, durable: true })
    try {
      const env = envFor(settings, postgres.url)
      const { admin } = await prepare(env, null)
      for (const line of admin ? adminWords(admin) : []) say(line)
      return await run(argv, env)
    } finally {
      await postgres.stop()
    }
  } finally {
    lock.release()
  }
}

function envFor(settings, databaseUrl) {
  const redisUrl = settings.env.REDIS_URL ?? runningRedis(settings.dataDir)?.url ?? noRedis
  return houseEnv(settings, { databaseUrl, redisUrl })
}

function run(argv, env) {
  const program = ['--enable-source-maps', join(root, 'dist', 'anxin.js'), ...argv]
  const child = spawn(process.execPath, program, { env, stdio: 'inherit' })
  // Ctrl-C reaches the command too; we stay to clean up behind it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
