import type { z } from 'zod'
import type { Operation } from '#contracts/api/operation.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { readBody } from '#platform/request-body.ts'

const bodyMaxBytes = 64 * 1024

/** Parts of the path, the query and the body, each as its schema has it. */
export type Parts = { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown }

/**
 * Reads what was asked by the operation's own schemas. A name in the query that the operation does not know is
 * refused, since a misspelt filter would silently show too much.
 * Refusals: not_understood { field }, not_json, too_large.
 */
export async function readAsked(
  operation: Operation,
  request: Request,
  path: Record<string, string>,
): Promise<Result<Parts>> {
  const params = operation.params.safeParse(path)
  if (!params.success) return notUnderstood(params.error)
  const given = [...new URL(request.url).searchParams]
  const query = operation.query.strict().safeParse(Object.fromEntries(given))
  if (!query.success) return notUnderstood(query.error)
  if (new Set(given.map(([name]) => name)).size < given.length) {
    return refusal('not_understood', { field: 'query' })
  }
  if (!isStorable(query.data)) return refusal('not_understood', { field: 'query' })
  if (!operation.body) return ok({ params: params.data, query: query.data, body: null })
  const bytes = await readBody(request, bodyMaxBytes)
  if (!bytes) return refusal('too_large', { limitBytes: bodyMaxBytes })
  const json = readJson(bytes)
  if (json === undefined) return refusal('not_json')
  const body = operation.body.strict().safeParse(json)
  if (!body.success) return notUnderstood(body.error)
  if (!isStorable(body.data)) return refusal('not_understood', { field: 'body' })
  return ok({ params: params.data, query: query.data, body: body.data })
}

/** PostgreSQL stores neither a NUL nor half a surrogate pair; JSON escapes both. */
function isStorable(value: unknown): boolean {
  return !/\\u(0000|d[89a-f])/.test(JSON.stringify(value))
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function notUnderstood(error: z.ZodError) {
  const [issue] = error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''
  return refusal('not_understood', { field: (issue?.path.join('.') || unknown).slice(0, 100) })
}
