import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Is this process ours? A number alone is not enough: after a crash it may belong to somebody else.
 * @param {number | undefined} pid
 * @param {string} mark words its command line must hold
 * @returns {boolean}
 */
export function isOurs(pid, mark) {
  return Boolean(pid) && isAlive(pid) && commandLine(pid).includes(mark)
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Sends each signal in turn and waits a bounded time after each; true once the process is gone.
 * @param {number} pid
 * @param {[NodeJS.Signals, number][]} steps signal and how long to wait, in milliseconds
 * @returns {Promise<boolean>}
 */
export async function stopProcess(pid, steps) {
  for (const [signal, waitMs] of steps) {
    if (!isAlive(pid)) return true
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
    if (await waitUntil(() => !isAlive(pid), waitMs)) return true
  }
  return !isAlive(pid)
}

/**
 * @param {() => boolean | Promise<boolean>} holds
 * @param {number} boundMs
 * @param {number} [everyMs]
 * @returns {Promise<boolean>}
 */
export async function waitUntil(holds, boundMs, everyMs = 25) {
  const end = Date.now() + boundMs
  for (;;) {
    if (await holds()) return true
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/**
 * When a process began, in the system's own words: together with its number this names it for good.
 * @param {number} pid
 * @returns {string} empty when there is no such process
 */
export function birthOf(pid) {
  if (!isAlive(pid)) return ''
  try {
    // Field 22; the name in field 2 may itself hold spaces and brackets.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[19]
  } catch {
    return psField(pid, 'lstart=')
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return psField(pid, 'command=')
  }
}

// A child whose parent has not fetched its exit code yet still answers signal 0.
function isZombie(pid) {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return psField(pid, 'state=').startsWith('Z')
  }
}

function psField(pid, field) {
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return ''
  }
}
