import { z } from 'zod'
import type { SourceField, SourceForm } from '#contracts/source-form.ts'
import { type FetchedKind, type PushedKind, pushedSources, sources } from './index.ts'

/** The form of every kind that can be added, read off its own schema, in the order they are offered. */
export function sourceForms(): SourceForm[] {
  const fetched = Object.entries(sources).map(([kind, { config }]) => ({
    kind: kind as FetchedKind,
    pushed: false,
    fields: fieldsOf(config),
  }))
  const pushed = Object.entries(pushedSources).map(([kind, { config }]) => ({
    kind: kind as PushedKind,
    pushed: true,
    fields: fieldsOf(config),
  }))
  return [...fetched, ...pushed]
}

const property = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  secret: z.boolean().optional(),
  example: z.string().optional(),
})
type Property = z.infer<typeof property>

const described = z.looseObject({
  properties: z.record(z.string(), property).default({}),
  required: z.array(z.string()).default([]),
})

function fieldsOf(config: z.ZodType): SourceField[] {
  const { properties, required } = described.parse(
    z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }),
  )
  return Object.entries(properties).map(([name, told]) => ({
    name,
    input: inputOf(told),
    required: required.includes(name),
    maxLength: told.maxLength ?? null,
    min: told.minimum ?? null,
    max: told.maximum ?? null,
    choices: told.enum ?? [],
    initial: told.default ?? null,
    example: told.example ?? null,
  }))
}

function inputOf({ type, format, enum: choices, secret }: Property): SourceField['input'] {
  if (secret) return 'secret'
  if (choices) return 'choice'
  if (type === 'boolean') return 'tick'
  if (type === 'integer' || type === 'number') return 'number'
  return format === 'uri' ? 'address' : 'line'
}
