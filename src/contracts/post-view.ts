import { z } from 'zod'
import { instant } from './views.ts'

export const evidenceField = z.enum([
  'place',
  'employer',
  'project',
  'workers',
  'amount',
  'period',
  'claim',
  'danger',
  'collective',
  'flight',
  'against',
])
export type EvidenceField = z.infer<typeof evidenceField>

/** Half-open UTF-16 range in `body`. */
export const evidenceSpan = z.object({
  field: evidenceField,
  start: z.number().int(),
  end: z.number().int(),
  /** The rule behind a claim or a counter-sign. */
  rule: z.string().nullable(),
})
export type EvidenceSpan = z.infer<typeof evidenceSpan>

/** A kept post, for those on the route only. */
export const postView = z.object({
  id: z.string(),
  sourceName: z.string(),
  channel: z.string(),
  publishedAt: instant.nullable(),
  receivedAt: instant,
  /** Masked; title and text in one string, as the spans count. */
  body: z.string(),
  url: z.string().nullable(),
  label: z.enum(['claim', 'weak', 'hearsay', 'settled', 'other_debt', 'none']),
  score: z.number(),
  spans: z.array(evidenceSpan),
  /** Why it stands with this incident. */
  joinReason: z.object({ rule: z.string(), facts: z.record(z.string(), z.union([z.number(), z.string()])) }),
})
export type PostView = z.infer<typeof postView>
