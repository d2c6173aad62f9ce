import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApi } from '#contracts/api/openapi.ts'
import { apiBase, commonRefusals, idempotencyRefusals, type Operation } from '#contracts/api/operation.ts'
import { operations } from '#contracts/api/operations.ts'
import { apiProblem } from '#contracts/api/problem.ts'
import { type ApiScope, apiScopes } from '#domain/api/scope.ts'
import { addApiKey } from '#use-cases/add-api-key.ts'
import { contextFor } from '#use-cases/context.ts'

type Route = (
  request: Request,
  path: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>

export type Call = {
  key?: string | null
  path?: Record<string, string>
  query?: Record<string, string | number> | string
  /** A string goes out as it is. */
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

export type Told = { status: number; headers: Headers; body: Record<string, unknown> & { code?: string } }

/** Asks by the name of an operation, and sees to it that every answer is one its contract knows. */
export async function callApi(id: string, call: Call = {}): Promise<Told> {
  const operation = operationOf(id)
  const folder = operation.path.replaceAll('{', '[').replaceAll('}', ']')
  const file = new URL(`../app/api/v1${folder}/route.ts`, import.meta.url)
  const module = (await import(/* @vite-ignore */ file.href)) as Record<string, Route>
  const route = module[operation.method]
  if (!route) throw new Error(`${operation.method} ${operation.path} has no route`)
  const { key, path, query = '', body, headers = {}, signal } = call
  const search = typeof query === 'string' ? query : new URLSearchParams(stringsOf(query)).toString()
  const request = new Request(`http://127.0.0.1${apiBase}${operation.path}?${search}`, {
    method: operation.method,
    headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const response = await route(request, { params: Promise.resolve(path) })
  const told = response.status === 204 ? {} : ((await response.json()) as Told['body'])
  checkAgainst(operation, response, told)
  return { status: response.status, headers: response.headers, body: told }
}

/** A key of an agency with these scopes, all of them when none are named. */
export async function keyOf(agency: string, ...scopes: ApiScope[]): Promise<{ id: string; key: string }> {
  const wanted = { name: `test ${randomUUID()}`, agency, scopes: scopes.length > 0 ? scopes : [...apiScopes] }
  const added = await addApiKey(contextFor({ kind: 'system', name: 'test' }), wanted)
  if (!added.ok) throw new Error(added.refusal.code)
  return added.value
}

export function operationOf(id: string): Operation {
  const found = operations.find((one) => one.id === id)
  if (!found) throw new Error(`no operation ${id}`)
  return found
}

function checkAgainst(operation: Operation, { status, headers }: Response, told: Told['body']): void {
  if (status === operation.status) {
    // Strict: a field the contract does not name would be one nobody decided to show.
    const strict = operation.answer?.safeParse(told)
    const schema = documented(operation)
    if (schema && !schema(told)) throw new Error(`${operation.id}: ${JSON.stringify(schema.errors)}`)
    if (strict && !strict.success) throw new Error(`${operation.id}: ${strict.error.message}`)
    if (strict && JSON.stringify(sorted(strict.data)) !== JSON.stringify(sorted(told))) {
      throw new Error(`${operation.id} tells more than its contract says`)
    }
    return
  }
  apiProblem.strict().parse(told)
  if (headers.get('content-type') !== 'application/problem+json') throw new Error('a refusal of another type')
  const lists = [operation.refusals, commonRefusals, operation.idempotent ? idempotencyRefusals : {}]
  const codes = lists.flatMap((list) => (list as Record<string, readonly string[]>)[status] ?? [])
  if (!codes.includes(told.code ?? ''))
    throw new Error(`${operation.id} does not know ${status} ${told.code}`)
}

const document = openApi((key) => key)
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
addFormats.default(ajv)
ajv.addKeyword('components')
ajv.addSchema({ $id: 'api', components: document.components }, 'api')

/** What the document says an answer looks like, as a client's own validator would read it. */
function documented({ path, method, status }: Operation) {
  const described = document.paths[path]?.[method.toLowerCase() as 'get']
  const schema = described?.responses[status]?.content?.['application/json']?.schema
  return schema && ajv.compile({ ...schema, $ref: `api${String(schema.$ref)}` })
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  )
}

function stringsOf(query: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))
}
