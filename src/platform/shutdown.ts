import { traceOf } from './error-trace.ts'
import type { Logger } from './log.ts'

/** Longer than any step of a clean stop; then the process leaves anyway. */
const patienceMs = 5_000

/** Runs `stop` once on SIGTERM or SIGINT, and leaves. An error nobody caught is told, then the process leaves to be restarted. */
export function onShutdown(log: Logger, stop: () => Promise<void>): void {
  let stopping = false
  const leave = (code: number) => async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(code), patienceMs).unref()
    await stop().catch((error: unknown) => log.error(traceOf(error), 'stopping did not go cleanly'))
    process.exit(code)
  }
  process.on('SIGTERM', leave(0))
  process.on('SIGINT', leave(0))
  const fail = (error: unknown) => {
    log.fatal(traceOf(error), 'an error nobody expected')
    void leave(1)()
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}
