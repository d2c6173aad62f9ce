import { maskPersonalData } from '#domain/post/mask.ts'

/**
 * What may be logged of an error: the innermost reason and where it was thrown. A failed query's own message
 * carries its parameters, and those may be post text or a session's token; a parser's reason quotes what it could not read.
 */
export function traceOf(error: unknown): { reason: string; stack: string[] } {
  let innermost = error
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause
  const reason = innermost instanceof Error ? `${innermost.name}: ${innermost.message}` : typeof error
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  const stack = lines.filter((line) => /^\s+at /.test(line)).slice(0, 12)
  return { reason: maskPersonalData(reason.slice(0, 300)), stack }
}

/** The same error as it may be handed on to a queue or a framework that keeps or prints what it is given. */
export function withoutParameters(error: unknown): Error {
  const { reason, stack } = traceOf(error)
  const [name = '', ...message] = reason.split(': ')
  const bare = new Error(message.join(': '))
  bare.name = name
  bare.stack = [reason, ...stack].join('\n')
  return bare
}
