import { join } from 'node:path'
import { root } from './project.mjs'
import { Refusal } from './refusal.mjs'
import { runStep } from './run-step.mjs'

/**
 * @typedef {object} Prepared
 * @property {'real' | 'drill'} realm
 * @property {{ username: string, password: string }} [admin] only when the first administrator was just made
 * @property {number} sources how many real sources are configured
 */

/**
 * Runs dist/prepare.js: migrations, seeds and the first administrator, in both databases.
 * @param {Record<string, string>} env
 * @param {'real' | 'drill' | null} realm
 * @returns {Promise<Prepared>}
 */
export async function prepare(env, realm) {
  const args = ['--enable-source-maps', join(root, 'dist', 'prepare.js'), ...(realm ? [`--${realm}`] : [])]
  const { code, output } = await runStep('准备数据库 · preparing the database', process.execPath, args, {
    cwd: root,
    env,
  })
  const answer = output.split('\n').findLast((line) => line.startsWith('{"realm"'))
  if (code === 0 && answer) return JSON.parse(answer)
  throw new Refusal('数据库准备失败。', `The database could not be prepared.\n${output.trim()}`)
}
