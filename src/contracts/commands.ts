import { z } from 'zod'
import { stepName } from './views.ts'

/** What a person may ask for, as it crosses the border; limits keep a hostile caller cheap. */
export const recordStepInput = z.object({
  incidentId: z.uuid(),
  step: stepName,
  note: z.string().trim().max(500).nullable().default(null),
})

/** A post tells of another event: it leaves its incident and opens one of its own. */
export const splitIncidentInput = z.object({ incidentId: z.uuid(), postId: z.uuid() })

/** Takes a merge or a split back. */
export const undoJoinInput = z.object({ changeId: z.uuid() })

export const readIncidentInput = z.object({ incidentId: z.uuid() })

const optionalLine = z
  .string()
  .trim()
  .max(200)
  .nullable()
  .default(null)
  .transform((value) => value || null)

export const intakeChannels = ['12345', '12333', '110', 'grid', 'union', 'petition', 'other'] as const

export const takeIntakeInput = z.object({
  formId: z.uuid(),
  channel: z.enum(intakeChannels),
  text: z.string().trim().min(2).max(20_000),
  place: optionalLine,
  employer: optionalLine,
  workers: z.number().int().min(1).max(1_000_000).nullable().default(null),
  amountYuan: z.number().min(1).max(1e12).nullable().default(null),
})
export type TakeIntakeInput = z.input<typeof takeIntakeInput>

export const addSourceInput = z.object({
  kind: z.enum(['feed', 'json', 'html', 'imap', 'hotline', 'vendor']).default('feed'),
  url: z.string().trim().max(2_000).nullable().default(null),
  /** What its kind asks for beside the address; the kind's own schema judges it. */
  config: z.record(z.string().max(40), z.union([z.string().max(2_000), z.number(), z.boolean()])).default({}),
  name: optionalLine,
  /** Seconds between two polls. */
  intervalSeconds: z.number().int().min(5).max(86_400).default(300),
})
export type AddSourceInput = z.input<typeof addSourceInput>

export const changeSourceInput = z.object({
  called: z.string().trim().min(1).max(2_000),
  to: z.enum(['pause', 'resume', 'remove']),
})
