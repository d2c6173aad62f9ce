import { openHouse } from './house-file.mjs'

/**
 * The environment of every program of the house.
 * @param {import('./start-settings.mjs').StartSettings} settings
 * @param {{ databaseUrl: string, redisUrl: string }} services
 * @returns {Record<string, string>}
 */
export function houseEnv({ env, port, host, dataDir }, { databaseUrl, redisUrl }) {
  return {
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    HOST: host,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    AUTH_SECRET: env.AUTH_SECRET ?? openHouse(dataDir).authSecret,
  }
}
