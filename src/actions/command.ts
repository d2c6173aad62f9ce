import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import type { z } from 'zod'
import { actorFromHeaders } from '#auth/actor.ts'
import type { Person } from '#domain/permission.ts'
import { type Result, refusal } from '#domain/result.ts'
import { traceOf } from '#platform/error-trace.ts'
import { logger } from '#platform/log.ts'
import { type Context, contextFor } from '#use-cases/context.ts'

export type UseCase<Input, Value> = (context: Context, input: Input) => Promise<Result<Value>>

type Door<Schema extends z.ZodType, Value> = (input: z.input<Schema>) => Promise<Result<Value>>

/**
 * The guarded door for people: session, parse, context, use case. Every expected “no” comes back as a value;
 * what was not expected is logged once, and the caller gets its reference.
 */
export function command<Schema extends z.ZodType, Value>(
  schema: Schema,
  carryOut: UseCase<z.output<Schema>, Value>,
): Door<Schema, Value> {
  return async (input) => {
    const answer = await pass(whoAsks, schema, carryOut, input)
    const refused = answer.ok ? undefined : answer.refusal.code
    logger('web').info({ useCase: carryOut.name, refused }, 'command')
    return answer
  }
}

/** The same door for reads, which leave no line in the log. */
export function query<Schema extends z.ZodType, Value>(
  schema: Schema,
  carryOut: UseCase<z.output<Schema>, Value>,
): Door<Schema, Value> {
  return async (input) => pass(whoAsks, schema, carryOut, input)
}

/** What stands behind both doors; `who` says who asks, or null. */
export async function pass<Schema extends z.ZodType, Value>(
  who: () => Promise<Person | null>,
  schema: Schema,
  carryOut: UseCase<z.output<Schema>, Value>,
  input: unknown,
): Promise<Result<Value>> {
  try {
    const actor = await who()
    if (!actor) return refusal('not_signed_in')
    const parsed = schema.safeParse(input)
    if (!parsed.success) return refusal('not_understood', { field: firstField(parsed.error) })
    return await carryOut(contextFor(actor), parsed.data)
  } catch (error) {
    const ref = randomUUID().slice(0, 8)
    logger('web').error({ ref, useCase: carryOut.name, ...traceOf(error) }, 'unexpected')
    return refusal('unexpected', { ref })
  }
}

async function whoAsks(): Promise<Person | null> {
  return actorFromHeaders(await headers())
}

function firstField(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? ''
}
