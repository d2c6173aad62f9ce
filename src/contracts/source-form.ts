import { z } from 'zod'

/** One field of the form by which a source is added; its words are in `sources.field`. */
export const sourceField = z.object({
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
export type SourceField = z.infer<typeof sourceField>

/** What has to be told about a source of one kind. */
export const sourceForm = z.object({
  kind: z.enum(['feed', 'json', 'html', 'imap', 'hotline', 'vendor']),
  /** It sends by itself, with a key that is shown once. */
  pushed: z.boolean(),
  fields: z.array(sourceField),
})
export type SourceForm = z.infer<typeof sourceForm>
