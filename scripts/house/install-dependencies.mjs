import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'
import { Refusal } from './refusal.mjs'
import { runStep } from './run-step.mjs'

/** Runs `npm ci` when what is installed is not what package-lock.json says. */
export async function installDependencies() {
  if (installedAsLocked()) return
  const label = '安装依赖 · installing dependencies'
  const { code, output } = await runStep(label, 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
  })
  if (code === 0) return
  throw new Refusal(
    `依赖安装失败（npm ci 退出码 ${code}），请检查网络后重试。`,
    `The dependencies could not be installed (npm ci left with ${code}); check the network and try again.\n${output.trim()}`,
  )
}

// npm writes what it installed, once it is complete, to a lock of its own inside node_modules.
function installedAsLocked() {
  const locked = packagesOf('package-lock.json')
  const installed = packagesOf('node_modules/.package-lock.json')
  if (!locked || !installed) return false
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}
