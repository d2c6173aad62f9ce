import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from './refusal.mjs'
import { installPackage, onPath } from './system-packages.mjs'

const image = 'redis:8'

/**
 * @typedef {object} RedisServer
 * @property {boolean} inContainer
 * @property {(folder: string, port: number) => [string, string[]]} command
 */

/**
 * A redis-server on PATH, else one installed by apt or brew, else one in a container.
 * @returns {Promise<RedisServer>}
 */
export async function findRedis() {
  const binary = onPath('redis-server') ?? (await installed())
  if (binary) return { inContainer: false, command: (folder) => [binary, [join(folder, 'redis.conf')]] }
  if (dockerWorks()) return { inContainer: true, command: dockerCommand }
  throw new Refusal(
    '找不到 Redis：请安装 redis-server（Debian/Ubuntu：apt-get install redis-server；macOS：brew install redis），或设置 REDIS_URL。',
    'No Redis found: install redis-server (Debian/Ubuntu: apt-get install redis-server; macOS: brew install redis) or set REDIS_URL.',
  )
}

async function installed() {
  const done = await installPackage(
    { apt: ['redis-server'], brew: ['redis'] },
    '安装 Redis · installing Redis',
  )
  return done ? onPath('redis-server') : null
}

function dockerWorks() {
  return spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 }).status === 0
}

// Stays in the foreground and passes signals on, so that it is stopped like a plain process.
function dockerCommand(folder, port) {
  const owner = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`
  const args = ['run', '--rm', '--sig-proxy=true', '--user', owner, '--publish', `127.0.0.1:${port}:${port}`]
  return ['docker', [...args, '--volume', `${folder}:/data`, image, 'redis-server', '/data/redis.conf']]
}
