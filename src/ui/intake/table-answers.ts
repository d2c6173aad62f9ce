import { z } from 'zod'

const details = z.record(z.string(), z.union([z.string(), z.number()]))

/** What the preview tells of a file; nothing of it is stored. */
export const tablePreview = z.object({
  headers: z.array(z.string()),
  sample: z.array(z.record(z.string(), z.string())),
  mapping: z.record(z.string(), z.string()),
  rowCount: z.number().int(),
  encoding: z.string(),
  warnings: z.array(z.object({ code: z.string(), details })),
  /** Headings that name a person; they cannot be chosen. */
  personal: z.array(z.string()),
  /** Whose export this looks like by its headings; null when it is new to us. */
  sender: z.string().nullable(),
})
export type TablePreview = z.infer<typeof tablePreview>

/** One row and what was the matter with it. */
export const rowProblem = z.object({ line: z.number().int(), code: z.string(), details })
export type RowProblem = z.infer<typeof rowProblem>

/** What came of an import. */
export const tableImported = z.object({
  taken: z.number().int(),
  known: z.number().int(),
  errors: z.array(rowProblem),
  warnings: z.array(rowProblem),
})
export type TableImported = z.infer<typeof tableImported>

const refused = z.object({ error: z.object({ code: z.string(), details }) })

export type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; refusal: { code: string; details: Record<string, string | number> } }
  /** Nothing that could be understood came back. */
  | { ok: false; refusal: null }

/** Sends a file to one of the import doors and reads the answer. */
export async function sendTable<Value>(
  door: string,
  file: File,
  headers: Record<string, string>,
  schema: z.ZodType<Value>,
): Promise<Answer<Value>> {
  try {
    const response = await fetch(door, { method: 'POST', headers, body: file })
    const body: unknown = await response.json()
    const value = schema.safeParse(body)
    if (response.ok && value.success) return { ok: true, value: value.data }
    const answer = refused.safeParse(body)
    return answer.success ? { ok: false, refusal: answer.data.error } : { ok: false, refusal: null }
  } catch {
    return { ok: false, refusal: null }
  }
}
