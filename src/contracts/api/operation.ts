import type { z } from 'zod'
import type { ApiScope } from '#domain/api/scope.ts'

/** Where the API begins. */
export const apiBase = '/api/v1'

/** One thing a program can ask for: what the door checks and what the document says are the same. */
export type Operation<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject | null = z.ZodObject | null,
  Answer extends z.ZodType | null = z.ZodType | null,
> = {
  /** Name of its words in the i18n files. */
  id: string
  method: 'GET' | 'POST' | 'DELETE'
  /** Behind `apiBase`, with `{id}` for a part of `params`. */
  path: `/${string}`
  scope: ApiScope
  params: Params
  query: Query
  body: Body
  /** Null: no content. */
  answer: Answer
  status: 200 | 201 | 204
  /** Codes of its own refusals, by status; those of every operation stand in `commonRefusals`. */
  refusals: Partial<Record<403 | 404 | 409 | 422, readonly string[]>>
  /** Takes an `Idempotency-Key`. */
  idempotent?: true
}

/** Refusals any operation may give. */
export const commonRefusals = {
  400: ['not_json'],
  401: ['key_missing', 'key_unknown'],
  403: ['scope_missing'],
  413: ['too_large'],
  422: ['not_understood'],
  429: ['too_many_requests'],
  500: ['unexpected'],
} as const

/** Refusals of an operation that takes an `Idempotency-Key`. */
export const idempotencyRefusals = {
  400: ['idempotency_key_malformed'],
  409: ['still_carried_out'],
  422: ['idempotency_key_reused'],
} as const

export function operation<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject | null,
  Answer extends z.ZodType | null,
>(one: Operation<Params, Query, Body, Answer>): Operation<Params, Query, Body, Answer> {
  return one
}
