import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runStep } from './run-step.mjs'

/**
 * @param {string} name
 * @returns {string | null} the first executable of that name on PATH
 */
export function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch {
      // Not in this folder.
    }
  }
  return null
}

/**
 * Installs with apt-get (as root, or sudo that asks for no password) or brew; false where neither is allowed.
 * @param {{ apt: string[], brew?: string[] }} packages
 * @param {string} label
 * @returns {Promise<boolean>}
 */
export async function installPackage({ apt, brew }, label) {
  if (brew && onPath('brew')) return succeeds(label, 'brew', ['install', ...brew])
  if (!onPath('apt-get')) return false
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false
  const aptGet = (...args) => [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
  const [command, ...args] = aptGet('install', '--yes', '--no-install-recommends', ...apt)
  if (await succeeds(label, command, args)) return true
  const [update, ...updateArgs] = aptGet('update')
  return (await succeeds('apt-get update', update, updateArgs)) && succeeds(label, command, args)
}

async function succeeds(label, command, args) {
  const { code } = await runStep(label, command, args)
  return code === 0
}
