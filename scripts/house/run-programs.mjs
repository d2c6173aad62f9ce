import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openLogFile } from './log-file.mjs'
import { terminalLine } from './log-line.mjs'
import { root } from './project.mjs'
import { stopProcess } from './recorded-process.mjs'
import { say } from './say.mjs'

const restartsPerMinute = 5
/** sysexits.h: the program says its configuration is wrong, so starting it again cannot help. */
const wrongConfiguration = 78

/**
 * @typedef {object} Programs
 * @property {Promise<string>} gaveUp settles with the name of a program that would not stay up
 * @property {() => Promise<void>} stop asks all to leave, waits, then insists
 * @property {() => void} kill
 */

/**
 * Keeps the programs of dist/ running: one that dies is started again after a growing pause.
 * @param {{ names: string[], folder?: string, env: Record<string, string>, logDir: string, onPids: (pids: number[]) => void,
 *   patienceMs?: number }} options `patienceMs`: how long a program may take to leave
 * @returns {Programs}
 */
export function runPrograms({ names, folder = join(root, 'dist'), env, logDir, onPids, patienceMs = 6_000 }) {
  mkdirSync(logDir, { recursive: true })
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const children = new Map()
  let stopping = false
  let giveUp
  const gaveUp = new Promise((resolve) => {
    giveUp = resolve
  })
  const run = (name, log, deaths) => {
    const child = startProgram(join(folder, `${name}.js`), name, env, log)
    children.set(name, child)
    onPids(pidsOf(children))
    child.once('exit', (code, signal) => {
      children.delete(name)
      if (stopping) return
      const recent = [...deaths, Date.now()].filter((at) => at > Date.now() - 60_000)
      const hopeless = code === wrongConfiguration || recent.length > restartsPerMinute
      const pauseMs = 250 * 2 ** recent.length
      const ended = `[${name}] 意外退出 · ended unexpectedly (${signal ?? code})`
      say(hopeless ? ended : `${ended}; ${pauseMs / 1000} 秒后重启 · starting again in ${pauseMs / 1000} s`)
      if (hopeless) giveUp(name)
      else setTimeout(() => stopping || run(name, log, recent), pauseMs)
    })
  }
  for (const name of names) run(name, openLogFile(join(logDir, `${name}.log`)), [])
  return {
    gaveUp,
    async stop() {
      stopping = true
      await Promise.all(
        pidsOf(children).map((pid) =>
          stopProcess(pid, [
            ['SIGTERM', patienceMs],
            ['SIGKILL', 2_000],
          ]),
        ),
      )
    },
    kill() {
      stopping = true
      for (const child of children.values()) child.kill('SIGKILL')
    },
  }
}

// In a process group of its own, so that Ctrl-C reaches only the starter, which then stops all in order.
function startProgram(file, name, env, log) {
  const follow = new URL('./follow-parent.mjs', import.meta.url).href
  const args = ['--enable-source-maps', '--import', follow, file]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(line)
      const shown = terminalLine(name, line, stream === child.stderr)
      if (shown) say(shown)
    })
  }
  return child
}

function pidsOf(children) {
  return [...children.values()].map(({ pid }) => pid).filter((pid) => pid !== undefined)
}
