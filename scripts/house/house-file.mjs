import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} House What one installation must remember between starts; kept readable by its owner only.
 * @property {string} authSecret
 * @property {{ port?: number, password: string }} postgres
 * @property {{ port?: number, password: string }} redis
 * @property {{ port?: number, gatewayPort?: number }} [drill] where its feed server and its message gateways listen; the same every time, as its sources name it
 */

/**
 * Reads `house.json` of a data folder, making the folder, fresh secrets and the file when they are missing.
 * @param {string} dataDir
 * @returns {House}
 */
export function openHouse(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  try {
    return JSON.parse(readFileSync(join(dataDir, 'house.json'), 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    const house = {
      authSecret: secret(),
      postgres: { password: secret() },
      redis: { password: secret() },
    }
    saveHouse(dataDir, house)
    return house
  }
}

/**
 * Changes `house.json` as it stands now, so that two servers starting side by side do not undo each other.
 * @param {string} dataDir
 * @param {Partial<{ postgresPort: number, redisPort: number, drillPort: number, gatewayPort: number }>} ports
 * @returns {House}
 */
export function rememberPorts(dataDir, { postgresPort, redisPort, drillPort, gatewayPort }) {
  const house = openHouse(dataDir)
  if (postgresPort) house.postgres.port = postgresPort
  if (redisPort) house.redis.port = redisPort
  if (drillPort) house.drill = { ...house.drill, port: drillPort }
  if (gatewayPort) house.drill = { ...house.drill, gatewayPort }
  saveHouse(dataDir, house)
  return house
}

// In one step: a crash leaves the old file or the new one, never half.
function saveHouse(dataDir, house) {
  const file = join(dataDir, 'house.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(house, null, 2)}\n`, { mode: 0o600 })
  chmodSync(`${file}.new`, 0o600)
  renameSync(`${file}.new`, file)
}

function secret() {
  return randomBytes(24).toString('hex')
}
