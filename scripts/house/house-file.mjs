import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} House What one installation must remember between starts; kept readable by its owner only.
 * @property {string} authSecret
 * @property {{ port?: number, password: string }} postgres
 * @property {{ port?: number, password: string }} redis
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
 * Writes `house.json` in one step, so that a crash leaves the old or the new one, never half.
 * @param {string} dataDir
 * @param {House} house
 */
export function saveHouse(dataDir, house) {
  const file = join(dataDir, 'house.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(house, null, 2)}\n`, { mode: 0o600 })
  chmodSync(`${file}.new`, 0o600)
  renameSync(`${file}.new`, file)
}

function secret() {
  return randomBytes(24).toString('hex')
}
