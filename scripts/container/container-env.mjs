import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The environment of a program inside its container: what compose passes, then the secrets of the volume.
 * @param {NodeJS.ProcessEnv} given an empty value says nothing
 * @returns {NodeJS.ProcessEnv}
 */
export function containerEnv(given) {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
  const folder = env.SECRETS_DIR ?? '/house'
  const password = secret(folder, 'postgres-password')
  return {
    AUTH_SECRET: secret(folder, 'auth-secret'),
    DATABASE_URL: password && `postgres://anxin:${password}@postgres:5432/anxin`,
    ...env,
  }
}

function secret(folder, name) {
  try {
    return readFileSync(join(folder, name), 'utf8').trim()
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
