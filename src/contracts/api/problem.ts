import { z } from 'zod'

/** A refusal as RFC 9457 has it; `code` is what a program acts on, the sentences are for people. */
export const apiProblem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'Problem' })
export type ApiProblem = z.infer<typeof apiProblem>
