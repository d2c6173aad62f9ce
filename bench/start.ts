import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../e2e/stack.ts'
import type { Figure } from './table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A bare checkout in an empty folder: the first `npm start`, then a second, each until its health is 200. */
export async function startParts(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'anxin-bench-'))
  try {
    await promisify(execFile)('git', ['clone', '--quiet', root, folder])
    const first = await secondsToHealth(folder)
    const second = await secondsToHealth(folder)
    return [
      {
        what: 'first npm start from a bare checkout',
        value: first,
        unit: 's',
        limit: 240,
        note: 'installs, builds, runs',
      },
      { what: 'second npm start', value: second, unit: 's', limit: 15, note: 'one run each' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function secondsToHealth(folder: string): Promise<number> {
  const port = await freePort()
  const began = Date.now()
  // A newcomer has set nothing.
  const own = /^(?:TEST_|DATABASE_URL|REDIS_URL|AUTH_SECRET|REALM|ALLOW_PRIVATE_SOURCES|NODE_ENV)/
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.test(name)),
  ) as NodeJS.ProcessEnv
  const child = spawn('npm', ['start', '--', '--port', String(port)], { cwd: folder, env, stdio: 'ignore' })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  try {
    for (let tries = 0; tries < 3_000 && child.exitCode === null; tries += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
      if (answer?.ok) return (Date.now() - began) / 1_000
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return Number.NaN
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}
