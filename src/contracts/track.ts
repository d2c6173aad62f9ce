import { z } from 'zod'
import { designationKinds } from '#domain/designation/designation.ts'
import { closingItems } from '#domain/incident/closing-checklist.ts'
import { replyKinds } from '#domain/reply/reply.ts'
import { causes, evidenceKinds, outcomes } from '#domain/verification/verification.ts'
import { incidentView, instant, personView } from './views.ts'

const line = (max: number) => z.string().trim().max(max)
const optionalLine = (max: number) => line(max).nullable().default(null)
const name = z.string().trim().min(2).max(20)

/** 网传 / 事实 / 依据 */
export const comparisonView = z.object({ claimed: line(200), found: line(200), basis: line(200) })

export const evidenceView = z.object({
  kind: z.enum(evidenceKinds),
  text: line(300),
  document: optionalLine(120),
  sha256: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{64}$/i)
    .nullable()
    .default(null),
})
export type EvidenceView = z.infer<typeof evidenceView>

const yuan = z.number().min(0).max(1e12).nullable().default(null)

export const verifyFactsInput = z.object({
  incidentId: z.uuid(),
  outcome: z.enum(outcomes),
  employer: optionalLine(80),
  workers: z.number().int().min(0).max(1_000_000).nullable().default(null),
  owedYuan: yuan,
  paidYuan: yuan,
  causes: z.array(z.enum(causes)).max(causes.length).default([]),
  course: line(500).min(1),
  comparisons: z
    .array(
      comparisonView.extend({ claimed: line(200).min(1), found: line(200).min(1), basis: line(200).min(1) }),
    )
    .max(12)
    .default([]),
  nextStep: optionalLine(300),
  nextTryAt: instant.nullable().default(null),
  evidence: z.array(evidenceView).max(12).default([]),
})
export type VerifyFactsInput = z.input<typeof verifyFactsInput>

export const verificationView = z.object({
  id: z.string(),
  round: z.number().int(),
  outcome: z.enum(outcomes),
  employer: z.string().nullable(),
  workers: z.number().int().nullable(),
  owedYuan: z.number().nullable(),
  paidYuan: z.number().nullable(),
  causes: z.array(z.enum(causes)),
  course: z.string(),
  comparisons: z.array(comparisonView),
  nextStep: z.string().nullable(),
  nextTryAt: instant.nullable(),
  evidence: z.array(evidenceView),
  at: instant,
  by: personView,
})
export type VerificationView = z.infer<typeof verificationView>

export const draftReplyInput = z.object({
  incidentId: z.uuid(),
  kind: z.enum(replyKinds),
  /** What the template does not say; it must point at nobody either. */
  addition: optionalLine(500),
  withGuidance: z.boolean().default(true),
})
export const dropReplyInput = z.object({ replyId: z.uuid(), version: z.number().int() })
const placed = {
  place: line(80).min(1),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  publishedAt: instant,
}
export const publishReplyInput = z.object({ replyId: z.uuid(), version: z.number().int(), ...placed })
/** An answer given through a hotline or petition, which needs no second signature but a verified fact. */
export const recordAnswerInput = z.object({
  replyId: z.uuid(),
  version: z.number().int(),
  place: placed.place,
  publishedAt: instant,
})

/** One of the two signatures under a public text; the name stands here because it stands under the text. */
export const signatureView = z.object({
  agency: z.string().nullable(),
  post: z.string(),
  name: z.string().nullable(),
  at: instant,
})
export type SignatureView = z.infer<typeof signatureView>

export const replyView = z.object({
  id: z.string(),
  kind: z.enum(replyKinds),
  state: z.enum(['draft', 'signed', 'published', 'answered', 'dropped']),
  title: z.string(),
  body: z.string(),
  verificationId: z.string().nullable(),
  draftedAt: instant,
  draftedBy: personView,
  place: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: instant.nullable(),
  recordedBy: personView.nullable(),
  version: z.number().int(),
  /** The request that waits, or the last one that was made; with its signatures. */
  release: z
    .object({
      id: z.string(),
      state: z.enum(['waiting', 'approved', 'declined', 'withdrawn', 'expired', 'broken']),
      version: z.number().int(),
      reason: z.string().nullable(),
      expiresAt: instant,
    })
    .nullable(),
  signatures: z.array(signatureView),
})
export type ReplyView = z.infer<typeof replyView>

const official = z.object({
  post: z.string(),
  agency: z.string().nullable(),
  name: z.string(),
  evidence: z.string(),
  at: instant,
})
export const designationView = z.object({
  id: z.string(),
  kind: z.enum(designationKinds),
  state: z.enum(['proposed', 'set', 'withdrawn']),
  first: official,
  second: official.nullable(),
  withdrawn: z
    .object({ post: z.string(), agency: z.string().nullable(), reason: z.string(), at: instant })
    .nullable(),
  version: z.number().int(),
})
export type DesignationView = z.infer<typeof designationView>

const word = { signedName: name, evidence: line(500).min(6) }
export const proposeDesignationInput = z.object({
  incidentId: z.uuid(),
  kind: z.enum(designationKinds),
  ...word,
})
export const confirmDesignationInput = z.object({
  designationId: z.uuid(),
  version: z.number().int(),
  ...word,
})
export const withdrawDesignationInput = z.object({
  designationId: z.uuid(),
  version: z.number().int(),
  reason: line(300),
})

export const closingLineView = z.object({
  item: z.enum(closingItems),
  met: z.boolean(),
  count: z.number().int().optional(),
})
export type ClosingLineView = z.infer<typeof closingLineView>

export const closingView = z.object({
  lines: z.array(closingLineView),
  /** How it would end, or ended. */
  outcome: z.enum(['paid', 'plan', 'untrue']).nullable(),
  mayClose: z.boolean(),
  mayReopen: z.boolean(),
  /** The latest closing, whether or not it was opened again. */
  last: z
    .object({ outcome: z.enum(['paid', 'plan', 'untrue']), why: z.string(), at: instant, by: personView })
    .nullable(),
})
export type ClosingView = z.infer<typeof closingView>

export const closeIncidentInput = z.object({ incidentId: z.uuid(), why: line(500) })
export const reopenIncidentInput = z.object({ incidentId: z.uuid(), why: line(500) })

/** Both tracks of an incident beyond its steps: what was verified, said, called by its name, and what closing still needs. */
export const tracksView = z.object({
  verifications: z.array(verificationView),
  /** Id of the verification that counts; null while nothing is settled. */
  standing: z.string().nullable(),
  replies: z.array(replyView),
  designations: z.array(designationView),
  closing: closingView,
  /** What this reader may do. */
  mayVerify: z.boolean(),
  mayReply: z.boolean(),
  maySign: z.boolean(),
  mayDesignate: z.boolean(),
})
export type TracksView = z.infer<typeof tracksView>

const verified = verificationView.pick({
  id: true,
  round: true,
  outcome: true,
  workers: true,
  owedYuan: true,
  nextTryAt: true,
})
const told = replyView.pick({ id: true, kind: true, state: true, place: true, url: true, publishedAt: true })
const reply = z.object({ reply: told, by: personView })
/** No name and no evidence travels. */
const called = z.object({
  designation: designationView.pick({ id: true, kind: true, state: true }),
  reason: z.string().nullable(),
  by: personView,
})

/** Verification, public answer, heavy words. */
export const trackEvents = {
  'verification.recorded': z.object({ incident: incidentView, verification: verified, by: personView }),
  'reply.drafted': reply,
  'reply.signed': reply,
  'reply.published': reply,
  'reply.answered': reply,
  'reply.dropped': reply,
  'designation.proposed': called,
  'designation.set': called,
  'designation.withdrawn': called,
} as const
