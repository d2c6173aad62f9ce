import { resolve } from 'node:path'
import { withDotenv } from './dotenv.mjs'
import { root } from './project.mjs'
import { Refusal } from './refusal.mjs'

/**
 * @typedef {object} StartSettings
 * @property {number} port
 * @property {boolean} anyPort take the next free one when `port` is busy
 * @property {string} host
 * @property {string} dataDir absolute
 * @property {'real' | 'drill' | null} realm null: prepare decides, a drill as long as no source is configured
 * @property {Record<string, string>} env shell and .env together
 */

/**
 * @param {string[]} argv `--real`, `--drill`, `--port N`
 * @param {NodeJS.ProcessEnv} shell
 * @param {string} [dotenv] what .env says
 * @returns {StartSettings}
 */
export function startSettings(argv, shell, dotenv) {
  const env = withDotenv(shell, dotenv)
  const flags = readFlags(argv)
  return {
    port: readPort(flags.port ?? env.PORT ?? '3000'),
    anyPort: false,
    host: env.HOST ?? '127.0.0.1',
    dataDir: resolve(root, env.DATA_DIR ?? '.data'),
    realm: flags.realm ?? readRealm(env.REALM),
    env,
  }
}

function readFlags(argv) {
  /** @type {{ port?: string, realm?: 'real' | 'drill' }} */
  const flags = {}
  for (let index = 0; index < argv.length; index += 1) {
    const [name, value] = argv[index].split('=')
    if (name === '--real' || name === '--drill') {
      const realm = name === '--real' ? 'real' : 'drill'
      if (flags.realm && flags.realm !== realm) {
        throw new Refusal('--real 和 --drill 只能选一个。', 'Choose --real or --drill, not both.')
      }
      flags.realm = realm
    } else if (name === '--port') {
      flags.port = value ?? argv[++index] ?? ''
    } else {
      throw new Refusal(
        `不认识的参数 ${argv[index]}，可用 --real、--drill、--port N。`,
        `Unknown option ${argv[index]}; there are --real, --drill and --port N.`,
      )
    }
  }
  return flags
}

function readPort(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Refusal(`端口 ${text} 不对，应为 1–65535。`, `Port ${text} is wrong: it must be 1 to 65535.`)
}

function readRealm(text) {
  if (text === undefined) return null
  if (text === 'real' || text === 'drill') return text
  throw new Refusal(
    `REALM=${text} 不对，应为 real 或 drill。`,
    `REALM=${text} is wrong: it must be real or drill.`,
  )
}
