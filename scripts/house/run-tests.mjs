import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installDependencies } from './install-dependencies.mjs'
import { Refusal } from './refusal.mjs'
import { stopInOrder } from './stop-in-order.mjs'
import { add, lastLine, none } from './test-counts.mjs'
import { testStages } from './test-stages.mjs'

/**
 * The whole gate, or one group of it; the last line of stdout is the count.
 * @param {string | undefined} group
 * @returns {Promise<number>} exit code
 */
export async function runTests(group) {
  const chosen = testStages.filter((stage) => !group || stage.group === group)
  if (chosen.length === 0) {
    throw new Refusal(
      `没有 ${group} 这一组；有 lint、unit、e2e。`,
      `No group ${group}; there are lint, unit and e2e.`,
    )
  }
  const reports = mkdtempSync(join(tmpdir(), 'anxin-reports-'))
  const stopping = stopInOrder()
  stopping.later(() => rmSync(reports, { recursive: true, force: true }))
  const results = new Map()
  try {
    results.set('dependencies', await attempt('依赖 dependencies', installStage))
    for (const stage of results.get('dependencies').ok ? chosen : []) {
      if (stopping.asked()) break
      const blocked = stage.needs && results.get(stage.needs)?.ok === false
      results.set(
        stage.name,
        await attempt(stage.name, blocked ? refuse(stage.needs) : () => runStage(stage, reports, stopping)),
      )
    }
  } finally {
    await stopping.now()
  }
  if (stopping.asked()) return 130
  const total = [...results.values()].map(({ total }) => total).reduce(add, none)
  process.stdout.write(`${lastLine(total)}\n`)
  return total.failed === 0 ? 0 : 1
}

// What a stage started is stopped when it ends, or by Ctrl-C, whichever comes first.
async function runStage(stage, reports, stopping) {
  const parts = []
  const stopAll = async () => {
    for (let last = parts.pop(); last; last = parts.pop()) await last.stop()
  }
  const killAll = () => {
    for (const { kill } of parts) kill()
  }
  stopping.later(stopAll, killAll)
  try {
    return await stage.run({ reports, later: (stop, kill) => parts.push({ stop, kill }) })
  } finally {
    await stopAll()
  }
}

async function attempt(name, work) {
  const begun = Date.now()
  const result = await work().catch((error) => ({
    ok: false,
    output: error instanceof Refusal ? error.message : error.stack,
    counts: none,
  }))
  if (!result.ok) process.stdout.write(`${result.output.trimEnd()}\n`)
  const inside = result.counts
  const detail = inside.passed + inside.failed + inside.skipped > 0 ? `: ${lastLine(inside)}` : ''
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  process.stdout.write(`${result.ok ? '✓' : '✗'} ${name}${detail} (${seconds} s)\n`)
  return { ok: result.ok, total: add(inside, { ...none, [result.ok ? 'passed' : 'failed']: 1 }) }
}

async function installStage() {
  await installDependencies()
  return { ok: true, output: '', counts: none }
}

function refuse(needs) {
  return async () => ({
    ok: false,
    output: `前一步没有通过：${needs}。 ${needs} did not pass.`,
    counts: none,
  })
}
