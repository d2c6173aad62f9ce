import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { birthOf, stopProcess } from './recorded-process.mjs'
import { Refusal } from './refusal.mjs'

/**
 * @typedef {{ pid: number, birth: string }} Recorded a process that cannot be mistaken for a later one of the same number
 */

/**
 * Takes the data folder for this process; programs that a crashed start left behind are stopped first.
 * @param {string} dataDir
 * @returns {Promise<{ record: (pids: number[]) => void, release: () => void }>} `record` notes the programs to stop if
 *   we crash
 */
export async function lockHouse(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'running.json')
  const before = read(file)
  if (before && isSame(before.owner)) throw alreadyRunning(before.owner.pid, dataDir)
  rmSync(file, { force: true })
  const owner = identify(process.pid)
  try {
    writeFileSync(file, JSON.stringify({ owner, programs: [] }), { flag: 'wx' })
  } catch (error) {
    if (error.code === 'EEXIST') throw alreadyRunning(read(file)?.owner.pid ?? '?', dataDir)
    throw error
  }
  const orphans = (before?.programs ?? []).filter(isSame)
  await Promise.all(
    orphans.map(({ pid }) =>
      stopProcess(pid, [
        ['SIGTERM', 5_000],
        ['SIGKILL', 2_000],
      ]),
    ),
  )
  return {
    record: (pids) => writeFileSync(file, JSON.stringify({ owner, programs: pids.map(identify) })),
    release: () => rmSync(file, { force: true }),
  }
}

/**
 * @param {string} dataDir
 * @returns {boolean} whether another process holds this data folder
 */
export function isHouseRunning(dataDir) {
  const before = read(join(dataDir, 'running.json'))
  return before !== null && isSame(before.owner)
}

function identify(pid) {
  return { pid, birth: birthOf(pid) }
}

function isSame({ pid, birth }) {
  return birth !== '' && birthOf(pid) === birth
}

/** @returns {{ owner: Recorded, programs: Recorded[] } | null} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function alreadyRunning(pid, dataDir) {
  return new Refusal(
    `安薪已经在运行（进程 ${pid}，数据目录 ${dataDir}）；先在那边按 Ctrl-C，或用另一个 DATA_DIR。`,
    `Anxin is already running (process ${pid}, data in ${dataDir}): press Ctrl-C there first, or use another DATA_DIR.`,
  )
}
