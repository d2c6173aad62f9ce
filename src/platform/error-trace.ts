/**
 * What may be logged of an error: the innermost reason and where it was thrown. A failed query's own message
 * carries its parameters, and those may be post text or a session's token.
 */
export function traceOf(error: unknown): { reason: string; stack: string[] } {
  let innermost = error
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause
  const reason = innermost instanceof Error ? `${innermost.name}: ${innermost.message}` : typeof error
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  const stack = lines.filter((line) => /^\s+at /.test(line)).slice(0, 12)
  return { reason: reason.slice(0, 300), stack }
}
