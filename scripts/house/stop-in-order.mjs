import { breakOffSteps } from './run-step.mjs'
import { say } from './say.mjs'

const boundMs = 20_000
/** npm passes Ctrl-C on although the terminal has already sent it: two within this time are one. */
const sameSignalMs = 500

/**
 * Collects what has to be stopped and stops it last-started first, once; a second Ctrl-C kills what is left.
 * @returns {{ later: (stop: () => unknown, kill?: () => void) => void, asked: () => boolean, whenAsked: Promise<void>,
 *   unlessAsked: <T>(work: () => T) => T, now: () => Promise<void> }} `unlessAsked` throws instead of beginning more work
 */
export function stopInOrder() {
  /** @type {{ stop: () => unknown, kill: () => void }[]} */
  const parts = []
  let asked = false
  let askedAt = 0
  let tellAsked
  const whenAsked = new Promise((resolve) => {
    tellAsked = resolve
  })
  const hear = () => {
    if (asked && Date.now() - askedAt < sameSignalMs) return
    if (asked) {
      for (const { kill } of parts.reverse()) quietly(kill)
      process.exit(130)
    }
    asked = true
    askedAt = Date.now()
    breakOffSteps()
    say('正在停止… · stopping …')
    tellAsked()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)
  return {
    later: (stop, kill = stop) => parts.push({ stop, kill }),
    asked: () => asked,
    unlessAsked(work) {
      if (asked) throw new Error('broken off')
      return work()
    },
    whenAsked,
    async now() {
      // Held by its own timer: a stop that hangs must not keep the terminal for ever.
      const bound = setTimeout(() => process.exit(1), boundMs)
      for (let part = parts.at(-1); part; parts.pop(), part = parts.at(-1)) await part.stop()
      clearTimeout(bound)
    },
  }
}

function quietly(work) {
  try {
    work()
  } catch {
    // Already gone.
  }
}
