import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isHouseRunning, lockHouse } from './house-lock.mjs'
import { birthOf, isAlive } from './recorded-process.mjs'

let dataDir: string
let sleeper: ChildProcess

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'anxin-lock-'))
  sleeper = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(sleeper, 'spawn')
})

afterEach(() => {
  sleeper.kill('SIGKILL')
  rmSync(dataDir, { recursive: true })
})

function runningBefore(owner: object, programs: object[] = []) {
  writeFileSync(join(dataDir, 'running.json'), JSON.stringify({ owner, programs }))
}

it('lets one process have a data folder, and the next after it', async () => {
  const lock = await lockHouse(dataDir)
  expect(isHouseRunning(dataDir)).toBe(true)
  await expect(lockHouse(dataDir)).rejects.toThrow(/already running \(process \d+/)
  lock.release()
  expect(isHouseRunning(dataDir)).toBe(false)
  await expect(lockHouse(dataDir)).resolves.toBeDefined()
})

it('is not held by a process that died, nor by a later one with the same number', async () => {
  runningBefore({ pid: sleeper.pid, birth: 'another time' })
  expect(isHouseRunning(dataDir)).toBe(false)
  await expect(lockHouse(dataDir)).resolves.toBeDefined()
})

it('stops the programs a crashed start left behind, and nobody else', async () => {
  const pid = sleeper.pid as number
  const gone = { pid: 2 ** 22 + 1, birth: 'long ago' }
  runningBefore(gone, [{ pid, birth: 'another time' }])
  ;(await lockHouse(dataDir)).release()
  expect(isAlive(pid)).toBe(true)

  runningBefore(gone, [{ pid, birth: birthOf(pid) }])
  ;(await lockHouse(dataDir)).release()
  expect(isAlive(pid)).toBe(false)
})
