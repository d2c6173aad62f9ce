import { freePort } from './free-port.mjs'
import { openHouse, rememberPorts } from './house-file.mjs'

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

/**
 * What the programs of one realm may see besides: in the drill, and only there, its own feed server and message gateways on loopback.
 * @param {Record<string, string>} env
 * @param {'real' | 'drill'} realm
 * @returns {Promise<Record<string, string>>}
 */
export async function realmEnv(env, realm) {
  if (realm === 'real') return { ...env, REALM: realm }
  const port = env.DRILL_FEED_PORT ?? String(await drillPort(env.DATA_DIR))
  const gateways = Number(env.DRILL_GATEWAY_PORT ?? (await gatewayPort(env.DATA_DIR)))
  const allowed = [env.ALLOW_PRIVATE_SOURCES, `127.0.0.1:${port}`].filter(Boolean).join(',')
  return {
    ...env,
    REALM: realm,
    DRILL_FEED_PORT: port,
    DRILL_GATEWAY_PORT: String(gateways),
    ALLOW_PRIVATE_SOURCES: allowed,
    // A drill calls nobody but the gateways it runs itself.
    ALLOW_PRIVATE_GATEWAYS: `127.0.0.1:${gateways},127.0.0.1:${gateways + 1}`,
  }
}

async function drillPort(dataDir) {
  const port = await freePort(openHouse(dataDir).drill?.port)
  rememberPorts(dataDir, { drillPort: port })
  return port
}

async function gatewayPort(dataDir) {
  const port = await freePort(openHouse(dataDir).drill?.gatewayPort)
  rememberPorts(dataDir, { gatewayPort: port })
  return port
}
