import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { freePort, isPortFree } from './free-port.mjs'
import { houseEnv, realmEnv } from './house-env.mjs'
import { lockHouse } from './house-lock.mjs'
import { installDependencies } from './install-dependencies.mjs'
import { openingWords } from './opening-words.mjs'
import { prepare } from './prepare.mjs'
import { Refusal } from './refusal.mjs'
import { runPrograms } from './run-programs.mjs'
import { say, step } from './say.mjs'
import { startServices } from './start-services.mjs'
import { stopInOrder } from './stop-in-order.mjs'
import { waitForHealth } from './wait-for-health.mjs'

const healthyWithinMs = 90_000
const programNames = ['server', 'workers', 'scheduler', 'notifier', 'auditor']

/**
 * Everything `npm start` does; returns when the house has been stopped.
 * @param {import('./start-settings.mjs').StartSettings} asked
 * @returns {Promise<number>} exit code
 */
export async function runHouse(asked) {
  const stopping = stopInOrder()
  try {
    const lock = await lockHouse(asked.dataDir)
    stopping.later(lock.release)
    const settings = { ...asked, port: await claimPort(asked) }
    const { unlessAsked } = stopping
    await unlessAsked(installDependencies)
    await unlessAsked(buildIfStale)
    const services = await unlessAsked(() => startServices(settings))
    stopping.later(services.stop, services.kill)
    const env = houseEnv(settings, services)
    const prepared = await unlessAsked(() => prepare(env, settings.realm))
    const programs = runPrograms({
      names: [...programNames, ...(prepared.realm === 'drill' ? ['drill'] : [])],
      env: await realmEnv(env, prepared.realm),
      logDir: join(settings.dataDir, 'logs'),
      onPids: lock.record,
    })
    stopping.later(programs.stop, programs.kill)
    return await attend(programs, settings, prepared, stopping)
  } catch (error) {
    // A step that Ctrl-C broke off has nothing to add.
    if (!stopping.asked()) throw error
    return 130
  } finally {
    await stopping.now()
  }
}

async function attend(programs, settings, prepared, stopping) {
  let failed = null
  const gaveUp = programs.gaveUp.then((name) => {
    failed = name
  })
  const origin = `http://${reachableHost(settings.host)}:${settings.port}`
  const health = await step('启动程序 · starting the programs', () =>
    waitForHealth(origin, { boundMs: healthyWithinMs, until: () => failed !== null || stopping.asked() }),
  )
  if (health.healthy) process.stdout.write(openingWords(settings, origin, prepared))
  else if (!failed && !stopping.asked()) {
    say(
      `还没有全部就绪，仍在运行：${health.answer} · Not everything is ready, still running: ${health.answer}`,
    )
  }
  await Promise.race([gaveUp, stopping.whenAsked])
  if (!failed) return 0
  throw new Refusal(
    `${failed} 一分钟内反复退出，已全部停止；日志在 ${join(settings.dataDir, 'logs', `${failed}.log`)}。`,
    `${failed} would not stay up, so everything is stopped; see its log in ${join(settings.dataDir, 'logs')}.`,
  )
}

async function claimPort({ port, host, anyPort }) {
  if (await isPortFree(port, host)) return port
  if (anyPort) return nextFreePort(port, host)
  throw new Refusal(
    `端口 ${port} 已被占用；换一个：npm start -- --port ${port + 1}。`,
    `Port ${port} is taken: choose another with npm start -- --port ${port + 1}.`,
  )
}

async function nextFreePort(port, host) {
  for (let next = port + 1; next <= Math.min(port + 100, 65_535); next += 1) {
    if (await isPortFree(next, host)) return next
  }
  return freePort(undefined, host)
}

function reachableHost(host) {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
