import { type Logger as PinoLogger, pino } from 'pino'
import { env } from './env.ts'
import { traceOf } from './error-trace.ts'

export type Logger = PinoLogger

let root: Logger | null = null

/** JSON lines on stdout. Post text is never logged, masked or not. */
export function logger(process: string): Logger {
  root ??= pino({ level: env().LOG_LEVEL, base: { realm: env().REALM }, serializers: { err: traceOf } })
  return root.child({ process })
}
