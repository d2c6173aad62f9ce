import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'
import { Refusal } from './refusal.mjs'
import { runStep } from './run-step.mjs'
import { installPackage, onPath } from './system-packages.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * A real Chromium: the one CHROMIUM_PATH names, an installed one, one from apt, else Playwright's own.
 * @returns {Promise<string>} path of the program
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named && works(named)) return named
  if (named) throw new Refusal(`CHROMIUM_PATH=${named} 打不开。`, `CHROMIUM_PATH=${named} does not run.`)
  const found = installedChromium() ?? (await fromApt()) ?? (await fromPlaywright())
  if (found) return found
  throw new Refusal(
    '找不到 Chromium：请安装它，或用 CHROMIUM_PATH 指明位置。',
    'No Chromium found: install it, or name its place in CHROMIUM_PATH.',
  )
}

function installedChromium() {
  const candidates = [...names.map(onPath), ...macApplications.filter(existsSync)]
  return candidates.find((path) => path && works(path)) ?? null
}

// Ubuntu's chromium-browser may be a script that only says where to get the real one.
function works(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

async function fromApt() {
  await installPackage({ apt: ['chromium', 'fonts-noto-cjk'] }, '安装 Chromium · installing Chromium')
  return installedChromium()
}

async function fromPlaywright() {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const mayUseApt = process.getuid?.() === 0 && onPath('apt-get')
  const args = [cli, 'install', ...(mayUseApt ? ['--with-deps'] : []), 'chromium']
  const { code } = await runStep('下载 Chromium · downloading Chromium', process.execPath, args, {
    cwd: root,
  })
  if (code !== 0) return null
  const { chromium } = await import('@playwright/test')
  return works(chromium.executablePath()) ? chromium.executablePath() : null
}
