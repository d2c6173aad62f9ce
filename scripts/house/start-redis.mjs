import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join, resolve } from 'node:path'
import { findRedis } from './find-redis.mjs'
import { freePort } from './free-port.mjs'
import { openHouse, rememberPorts } from './house-file.mjs'
import { openServerLog } from './log-file.mjs'
import { isAlive, isOurs, stopProcess, waitUntil } from './recorded-process.mjs'

const readyWithinMs = 60_000

/**
 * Starts a Redis of our own on loopback, or takes over the one a crashed start left running.
 * @param {{ dataDir: string }} options
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startRedis({ dataDir }) {
  const home = resolve(dataDir)
  const pid = runningPid(home) ?? (await launch(home))
  const house = openHouse(home)
  const ready = await waitUntil(() => answersPong(house), readyWithinMs)
  if (!ready) throw new Error(`Redis does not answer, see ${join(home, 'logs', 'redis.log')}`)
  return { url: redisUrl(house), pid, stop: () => stopRedis(pid) }
}

/**
 * The Redis already running for this data folder, if any; nothing is started.
 * @param {string} dataDir
 * @returns {{ url: string, pid: number } | null}
 */
export function runningRedis(dataDir) {
  const pid = runningPid(resolve(dataDir))
  return pid ? { url: redisUrl(openHouse(resolve(dataDir))), pid } : null
}

async function launch(home) {
  const server = await findRedis()
  const folder = join(home, 'redis')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  mkdirSync(join(home, 'logs'), { recursive: true })
  for (let attempt = 1; ; attempt += 1) {
    const redisPort = await freePort(openHouse(home).redis.port)
    const house = rememberPorts(home, { redisPort })
    writeFileSync(join(folder, 'redis.conf'), settings(house, folder, server), { mode: 0o600 })
    const pid = spawnServer(server.command(folder, redisPort), home)
    writeFileSync(join(folder, 'redis.pid'), String(pid))
    const up = await waitUntil(async () => !isAlive(pid) || (await answersPong(house)), readyWithinMs)
    if (up && isAlive(pid)) return pid
    await stopProcess(pid, [['SIGKILL', 2_000]])
    if (attempt === 3) throw new Error(`Redis did not start, see ${join(home, 'logs', 'redis.log')}`)
  }
}

// Jobs must never be evicted to make room; a full memory is an error somebody has to see.
function settings(house, folder, server) {
  return [
    `bind ${server.inContainer ? '0.0.0.0' : '127.0.0.1'}`,
    `port ${house.redis.port}`,
    `requirepass ${house.redis.password}`,
    `dir "${server.inContainer ? '/data' : folder}"`,
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n')
}

function spawnServer([command, args], home) {
  const log = openServerLog(join(home, 'logs', 'redis.log'))
  const child = spawn(command, args, { cwd: '/', detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child.pid
}

function runningPid(home) {
  const file = join(home, 'redis', 'redis.pid')
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Redis shows its address, `docker run` its whole line: both name the port, which is ours alone.
    if (isOurs(pid, `:${openHouse(home).redis.port}`)) return pid
    rmSync(file, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return null
}

// SIGTERM: write what is pending and leave.
async function stopRedis(pid) {
  await stopProcess(pid, [
    ['SIGTERM', 10_000],
    ['SIGKILL', 2_000],
  ])
}

/** @returns {Promise<boolean>} true once the dataset is loaded and our password is the right one */
function answersPong(house) {
  return new Promise((settle) => {
    const socket = createConnection({ host: '127.0.0.1', port: house.redis.port })
    let answer = ''
    const finish = (pong) => {
      socket.destroy()
      settle(pong)
    }
    socket.setTimeout(1_000, () => finish(false))
    socket.on('error', () => finish(false))
    socket.on('close', () => finish(false))
    socket.on('connect', () => socket.write(`AUTH ${house.redis.password}\r\nPING\r\n`))
    socket.on('data', (chunk) => {
      answer += chunk
      if (answer.split('\r\n').length > 2) finish(answer.includes('+PONG'))
    })
  })
}

function redisUrl(house) {
  return `redis://:${house.redis.password}@127.0.0.1:${house.redis.port}`
}
