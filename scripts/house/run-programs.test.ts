import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isAlive, waitUntil } from './recorded-process.mjs'
import { runPrograms } from './run-programs.mjs'

let folder: string
let programs: ReturnType<typeof runPrograms>
let pids: number[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-programs-'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  pids = []
})

afterEach(async () => {
  await programs.stop()
  rmSync(folder, { recursive: true })
})

function run(sources: Record<string, string>) {
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, `${name}.js`), source)
  const onPids = (now: number[]) => {
    pids = now
  }
  programs = runPrograms({
    names: Object.keys(sources),
    folder,
    env: {},
    logDir: folder,
    onPids,
    patienceMs: 500,
  })
}

function said(name: string): string {
  return readFileSync(join(folder, `${name}.log`), 'utf8')
}

it('starts a program again that died, and leaves the others alone', async () => {
  run({
    steady: 'setInterval(() => {}, 1000)',
    mortal: 'console.log(process.pid); setInterval(() => {}, 1000)',
  })
  await waitUntil(() => said('mortal').includes('\n'), 10_000)
  const [steady, mortal] = pids as [number, number]
  process.kill(mortal, 'SIGKILL')
  expect(await waitUntil(() => said('mortal').trim().split('\n').length === 2, 10_000)).toBe(true)
  expect(isAlive(steady)).toBe(true)
})

it('gives up at once on a program that says its configuration is wrong', async () => {
  run({ misled: 'process.exit(78)' })
  expect(await programs.gaveUp).toBe('misled')
})

it('stops what listens to SIGTERM, and ends what does not', async () => {
  run({
    polite:
      "process.on('SIGTERM', () => { console.log('bye'); process.exit() }); console.log('up'); setInterval(() => {}, 1000)",
    deaf: "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)",
  })
  await waitUntil(() => said('polite').includes('up') && said('deaf').includes('up'), 10_000)
  const both = pids
  await programs.stop()
  expect(both.map(isAlive)).toEqual([false, false])
  expect(said('polite')).toContain('bye')
})
