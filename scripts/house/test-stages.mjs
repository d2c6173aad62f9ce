import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { findChromium } from './find-chromium.mjs'
import { root } from './project.mjs'
import { runStep } from './run-step.mjs'
import { none, playwrightCounts, vitestCounts } from './test-counts.mjs'
import { startThrowAwayServices } from './throw-away-services.mjs'

/**
 * @typedef {object} StageResult
 * @property {boolean} ok
 * @property {string} output shown when it is not ok
 * @property {import('./test-counts.mjs').Counts} counts of the tests inside, the stage itself not counted
 */

/**
 * The gate, in order; `group` is what `npm test -- <group>` chooses by.
 * @type {{ name: string, group: 'lint' | 'unit' | 'e2e', needs?: string,
 *   run: (place: { reports: string, later: (stop: () => Promise<void>, kill: () => void) => void }) => Promise<StageResult> }[]}
 */
export const testStages = [
  { name: '格式与规则 format and lint', group: 'lint', run: lint },
  { name: '类型 types', group: 'lint', run: types },
  { name: '单元与用例 unit and use cases', group: 'unit', run: unit },
  { name: '构建 build', group: 'e2e', run: buildAll },
  { name: '浏览器 browser', group: 'e2e', needs: '构建 build', run: browser },
]

function lint() {
  return tool('biome check', '@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])
}

// Next writes the types of its routes and assets first; a fresh checkout has none.
async function types() {
  const routes = await tool('next typegen', 'next/dist/bin/next', ['typegen'])
  return routes.ok ? tool('tsc', 'typescript/bin/tsc', ['--noEmit']) : routes
}

async function unit({ reports, later }) {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = await servicesEnv(later)
  const result = await tool('vitest', 'vitest/vitest.mjs', args, env)
  return { ...result, counts: vitestCounts(report) }
}

async function buildAll() {
  await buildIfStale()
  return { ok: true, output: '', counts: none }
}

async function browser({ reports, later }) {
  const report = join(reports, 'playwright.json')
  const env = {
    ...(await servicesEnv(later)),
    CHROMIUM_PATH: await findChromium(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  const result = await tool('playwright', '@playwright/test/cli.js', ['test'], env)
  return { ...result, counts: playwrightCounts(report) }
}

// Tests never see the databases this machine works with.
async function servicesEnv(later) {
  const services = await startThrowAwayServices()
  later(services.stop, services.kill)
  const { DATABASE_URL, DRILL_DATABASE_URL, REDIS_URL, REALM, ...rest } = process.env
  return { ...rest, TEST_DATABASE_URL: services.databaseUrl, TEST_REDIS_URL: services.redisUrl }
}

async function tool(label, script, args, env = process.env) {
  const path = join(root, 'node_modules', script)
  const plain = { ...env, NO_COLOR: '1', FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: '1' }
  const { code, output } = await runStep(label, process.execPath, [path, ...args], { cwd: root, env: plain })
  return { ok: code === 0, output, counts: none }
}
