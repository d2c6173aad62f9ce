import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { apiKeyFromHeaders } from '#auth/api-key-actor.ts'
import type { Operation } from '#contracts/api/operation.ts'
import type { ApiKey } from '#domain/api/api-key.ts'
import { type Refusal, type Result, refusal } from '#domain/result.ts'
import { acceptedLocale } from '#i18n/accept-language.ts'
import type { Locale } from '#i18n/locale.ts'
import { traceOf } from '#platform/error-trace.ts'
import { logger } from '#platform/log.ts'
import { rateLimit } from '#platform/rate-limit.ts'
import { isDutyPost } from '#store/api-keys.ts'
import { type Context, contextFor } from '#use-cases/context.ts'
import { answerOnce } from './answer-once.ts'
import { readAsked } from './read-asked.ts'
import { type Answered, problem, responseOf } from './refuse.ts'

/** Requests of one key in a minute; a long wait counts once. */
const perMinute = 600
const limit = rateLimit(perMinute)

type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : null

export type AskedOf<Op extends Operation> = {
  params: Out<Op['params']>
  query: Out<Op['query']>
  body: Out<Op['body']>
}

type CarryOut<Op extends Operation> = (
  context: Context,
  asked: AskedOf<Op>,
  gone: AbortSignal,
) => Promise<Result<Out<Op['answer']>>>

/** Next gives a path without variable parts no parameters at all. */
type Path = { params: Promise<Record<string, string> | undefined> }
type Route = (request: Request, path: Path) => Promise<Response>

/**
 * The guarded door for programs: key, pace, scope, schema, use case. Every expected “no” is a problem document;
 * what was not expected is logged once, and the caller gets its reference.
 */
export function door<Op extends Operation>(operation: Op, carryOut: CarryOut<Op>): Route {
  return async (request, path) => {
    const locale = acceptedLocale(request.headers.get('accept-language'))
    try {
      return await pass(operation, carryOut, { request, path: (await path.params) ?? {}, locale })
    } catch (error) {
      const ref = randomUUID().slice(0, 8)
      logger('web').error({ ref, operation: operation.id, ...traceOf(error) }, 'unexpected')
      return responseOf(problem(operation, { code: 'unexpected', details: { ref } }, locale))
    }
  }
}

type Knock = { request: Request; path: Record<string, string>; locale: Locale }

async function pass<Op extends Operation>(
  operation: Op,
  carryOut: CarryOut<Op>,
  { request, path, locale }: Knock,
): Promise<Response> {
  const refuse = (refused: Refusal, more?: Record<string, string>) =>
    responseOf(problem(operation, refused, locale), more)
  const context = contextFor({ kind: 'system', name: 'api' })
  const found = await apiKeyFromHeaders(request.headers, context.db, context.now)
  if (!found.ok) return refuse(found.refusal, { 'www-authenticate': 'Bearer realm="anxin"' })
  const key = found.value
  const wait = limit.take(key.keyId, context.now)
  if (wait > 0) {
    return refuse({ code: 'too_many_requests', details: { seconds: wait } }, { 'retry-after': String(wait) })
  }
  const { scope } = operation
  if (!key.scopes.includes(scope)) return refuse({ code: 'scope_missing', details: { scope } })
  const read = await readAsked(operation, request, path)
  if (!read.ok) return refuse(read.refusal)
  const asked = read.value as AskedOf<Op>
  const speaker = await speakerOf(context, key, asked.body)
  if (!speaker.ok) return refuse(speaker.refusal)
  const answer = async (): Promise<Answered> => {
    const result = await carryOut({ ...context, actor: speaker.value }, asked, request.signal)
    if (!result.ok) return problem(operation, result.refusal, locale)
    return { status: operation.status, body: result.value }
  }
  const idempotencyKey = operation.idempotent ? request.headers.get('idempotency-key') : null
  const once = await answerOnce(
    { db: context.db, key, idempotencyKey, asked: { id: operation.id, ...asked }, now: context.now },
    answer,
  )
  if (!once.ok) return refuse(once.refusal)
  return responseOf(once.value, once.value.replayed ? { 'idempotency-replayed': 'true' } : {})
}

/** A word is passed on for a duty post that the key's agency has; the program itself has none. */
async function speakerOf(context: Context, key: ApiKey, body: unknown): Promise<Result<ApiKey>> {
  const post = (body as { post?: unknown } | null)?.post
  if (typeof post !== 'string') return { ok: true, value: key }
  const { agency, territory } = key
  if (!(await isDutyPost(context.db, { post, agency, territory }))) {
    return refusal('unknown_post', { post, agency })
  }
  return { ok: true, value: { ...key, post } }
}
