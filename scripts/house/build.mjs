import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'
import { Refusal } from './refusal.mjs'
import { runStep } from './run-step.mjs'
import { step } from './say.mjs'
import { sourceHash } from './source-hash.mjs'

/** The programs of the house: name in dist/ and where each begins. */
export const entries = {
  server: 'src/server.ts',
  workers: 'workers/index.ts',
  correlator: 'workers/correlator.ts',
  scheduler: 'workers/scheduler.ts',
  notifier: 'workers/notifier.ts',
  auditor: 'workers/auditor.ts',
  drill: 'workers/drill.ts',
  prepare: 'src/house/prepare.ts',
}

/** The command line, cut up so that a command loads only what it needs. */
const commandEntries = {
  anxin: 'src/cli/anxin.ts',
  'flag-worker': 'src/cli/flag-worker.ts',
}

const calendar = 'chinese-days/dist/chinese-days.json'
const pagesStamp = join(root, '.next', 'built-from')
const entriesStamp = join(root, 'dist', 'built-from')

/** Builds pages and programs where their source has changed since they were built. */
export async function buildIfStale() {
  await buildEntriesIfStale()
  await unlessBuilt(pagesStamp, buildPages)
}

/** Builds only the programs in dist/: a second, where the pages take a minute. */
export async function buildEntriesIfStale() {
  await unlessBuilt(entriesStamp, buildEntries)
}

/** Builds everything anew. */
export async function build() {
  for (const stamp of [entriesStamp, pagesStamp]) rmSync(stamp, { force: true })
  await buildIfStale()
}

// The stamp comes last: a build that was cut short is not taken for one.
async function unlessBuilt(stamp, make) {
  const hash = sourceHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync(stamp, { force: true })
  await make()
  writeFileSync(stamp, hash)
}

async function buildPages() {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { code, output } = await runStep('构建页面 · building the pages', process.execPath, [next, 'build'], {
    cwd: root,
    env,
  })
  if (code !== 0)
    throw new Refusal(
      '页面构建失败。',
      `The pages could not be built (next build left with ${code}).\n${output}`,
    )
}

async function buildEntries() {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await step('构建程序 · building the programs', bundleEntries).catch((error) => {
    throw new Refusal('程序构建失败。', `The programs could not be built.\n${error.message}`)
  })
}

async function bundleEntries() {
  const esbuild = await import('esbuild')
  try {
    const settings = {
      absWorkingDir: root,
      outdir: 'dist',
      bundle: true,
      packages: 'external',
      // Data of a package is taken in: Node 20.9 cannot import JSON from outside.
      alias: { [calendar]: join(root, 'node_modules', calendar) },
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: true,
      logLevel: 'silent',
    }
    // A process that runs for days is one file: a build beside it cannot take a part away.
    await esbuild.build({ ...settings, entryPoints: entries })
    await esbuild.build({
      ...settings,
      entryPoints: commandEntries,
      splitting: true,
      chunkNames: 'anxin-[hash]',
    })
  } finally {
    // Its own process would otherwise stay as long as the house runs.
    await esbuild.stop()
  }
}
