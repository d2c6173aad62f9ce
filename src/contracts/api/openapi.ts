import { z } from 'zod'
import { type ApiScope, apiScopes } from '#domain/api/scope.ts'
import { apiBase, commonRefusals, idempotencyRefusals, type Operation } from './operation.ts'
import { operations } from './operations.ts'
import { apiProblem } from './problem.ts'

/** Raised with every change a client can notice; what would break one gets another base. */
const apiVersion = '1.0.0'

/** A sentence of the i18n files by its key under `api`. */
export type ApiWords = (key: string) => string

export type JsonSchema = z.core.JSONSchema.BaseSchema

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: JsonSchema
  description?: string
}

export type DescribedOperation = {
  operationId: string
  summary: string
  description: string
  security: [{ key: ApiScope[] }]
  parameters: Parameter[]
  requestBody?: { required: true; content: { 'application/json': { schema: JsonSchema } } }
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>
}

export type OpenApi = {
  openapi: '3.1.1'
  jsonSchemaDialect: string
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  security: { key: never[] }[]
  paths: Record<string, Partial<Record<'get' | 'post' | 'delete', DescribedOperation>>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> }
}

/** The OpenAPI document in the language of `words`, made from the schemas the doors check with. */
export function openApi(words: ApiWords): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const one of operations) {
    const method = one.method.toLowerCase() as 'get' | 'post' | 'delete'
    paths[one.path] = { ...paths[one.path], [method]: described(one, words) }
  }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: words('title'),
      version: apiVersion,
      description: words('about'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: apiBase }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: [
            words('auth'),
            ...apiScopes.map((scope) => `- \`${scope}\`: ${words(`scope.${scope}`)}`),
          ].join('\n'),
        },
      },
    },
  }
}

function described(operation: Operation, words: ApiWords): DescribedOperation {
  const { id, scope, body, answer, status } = operation
  const say = (key: string) => words(`operation.${id}.${key}`)
  return {
    operationId: id,
    summary: say('name'),
    description: say('about'),
    security: [{ key: [scope] }],
    parameters: parametersOf(operation, words),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
    }),
    responses: {
      [status]: {
        description: words(answer ? 'answered' : 'done'),
        ...(answer && { content: { 'application/json': { schema: schemaOf(answer) } } }),
      },
      ...refusalsOf(operation, words),
    },
  }
}

function parametersOf({ params, query, idempotent }: Operation, words: ApiWords): Parameter[] {
  const listed = (where: 'path' | 'query', schemas: z.ZodObject): Parameter[] =>
    Object.entries(schemas.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || !schema.safeParse(undefined).success,
      schema: schemaOf(schema),
      description: words(`parameter.${name}`),
    }))
  const key: Parameter = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 100 },
    description: words('parameter.idempotencyKey'),
  }
  return [...listed('path', params), ...listed('query', query), ...(idempotent ? [key] : [])]
}

function refusalsOf({ refusals, idempotent }: Operation, words: ApiWords): DescribedOperation['responses'] {
  const codes = new Map<string, string[]>()
  for (const list of [commonRefusals, refusals, idempotent ? idempotencyRefusals : {}]) {
    for (const [status, some] of Object.entries(list))
      codes.set(status, [...(codes.get(status) ?? []), ...some])
  }
  const content = { 'application/problem+json': { schema: schemaOf(apiProblem) } }
  return Object.fromEntries(
    [...codes].sort().map(([status, some]) => {
      return [status, { description: `${words(`status.${status}`)}: ${some.join(', ')}`, content }]
    }),
  )
}

/** By reference where the schema has a name. */
function schemaOf(schema: z.ZodType): JsonSchema {
  const id = schema.meta()?.id
  return id ? { $ref: refOf(id) } : bare(z.toJSONSchema(schema, { io: 'input', override: withoutNoise }))
}

function namedSchemas(): Record<string, JsonSchema> {
  const named = z.registry<{ id: string }>()
  const seen = new Set<string>()
  const roots = [apiProblem, ...operations.flatMap(({ body, answer }) => [body, answer])]
  const collect = (schema: z.ZodType) => {
    const id = schema.meta()?.id
    if (id && !seen.has(id)) {
      seen.add(id)
      named.add(schema, { id })
    }
    for (const inner of innerOf(schema)) collect(inner)
  }
  for (const root of roots) if (root) collect(root)
  const { schemas } = z.toJSONSchema(named, { uri: refOf, io: 'input', override: withoutNoise })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]))
}

function innerOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape as Record<string, z.ZodType>)
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType]
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return [schema.unwrap() as z.ZodType]
  return schema instanceof z.ZodDefault ? [schema.unwrap() as z.ZodType] : []
}

function refOf(id: string): string {
  return `#/components/schemas/${id}`
}

/** A format says what its pattern would; the bounds of JavaScript's numbers are nobody's rule. */
function withoutNoise({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

/** A part of a document is no document: it names neither its dialect nor itself. */
function bare({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema {
  return schema
}
