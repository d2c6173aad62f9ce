import { z } from 'zod'

/** One field of a form that draws itself from a schema; its words are in the i18n files. */
export const formField = z.object({
  name: z.string(),
  input: z.enum(['line', 'address', 'secret', 'number', 'tick', 'choice']),
  required: z.boolean(),
  /** Letters at most; of a number, its bounds. */
  maxLength: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  choices: z.array(z.string()),
  initial: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  /** The same in every language: a path, a selector. */
  example: z.string().nullable(),
})
export type FormField = z.infer<typeof formField>

/** How a form draws one field, beside what its schema says; kept in the schema by `.meta()`. */
export type FieldHint = {
  /** Never shown again and never logged once it was typed. */
  secret?: true
  /** What one would write there, the same in every language. */
  example?: string
}

/** The fields of a form, read off the schema of what it asks for. */
export function fieldsOf(config: z.ZodType): FormField[] {
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

function inputOf({ type, format, enum: choices, secret }: Property): FormField['input'] {
  if (secret) return 'secret'
  if (choices) return 'choice'
  if (type === 'boolean') return 'tick'
  if (type === 'integer' || type === 'number') return 'number'
  return format === 'uri' ? 'address' : 'line'
}
