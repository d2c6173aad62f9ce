import { type Context, contextFor } from '#use-cases/context.ts'

/** Whoever can run a command on this machine may do what the system may. */
export function systemContext(): Context {
  return contextFor({ kind: 'system', name: 'anxin' }, 'anxin')
}
