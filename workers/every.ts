import { traceOf } from '#platform/error-trace.ts'
import type { Logger } from '#platform/log.ts'

/**
 * Does a duty at once and again `everyMs` after it has ended, so that a slow round never overlaps the next.
 * A round that fails is told and does not stop the duty.
 */
export function every(everyMs: number, log: Logger, duty: () => Promise<unknown>): { stop(): Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const round = async () => {
    try {
      await duty()
    } catch (error) {
      log.error(traceOf(error), 'a round of duty failed')
    }
    if (!stopped) timer = setTimeout(start, everyMs)
  }
  let running = round()
  function start() {
    running = round()
  }
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
