import { z } from 'zod'
import { formField } from './form-field.ts'

/** What has to be told about a source of one kind. */
export const sourceForm = z.object({
  kind: z.enum(['feed', 'json', 'html', 'imap', 'hotline', 'vendor']),
  /** It sends by itself, with a key that is shown once. */
  pushed: z.boolean(),
  fields: z.array(formField),
})
export type SourceForm = z.infer<typeof sourceForm>
