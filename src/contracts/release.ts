import { z } from 'zod'
import { releaseKinds } from '#domain/release/release.ts'
import { gradeView, instant, personView } from './views.ts'

export const releaseKind = z.enum(releaseKinds)
export const releaseState = z.enum(['waiting', 'approved', 'declined', 'withdrawn', 'expired', 'broken'])

/** What each kind carries to the moment it is let go; ids and choices, never the text of a post. */
export const releasePayloads = {
  /** A person sets grade Ⅰ, or lowers from it, by hand. */
  grade_one: z.object({ grade: gradeView, reason: z.string() }),
  mass_call_out: z.object({
    posts: z
      .array(z.object({ agency: z.string(), post: z.string() }))
      .min(1)
      .max(200),
  }),
  public_reply: z.object({ replyId: z.uuid() }),
  merge: z.object({ intoId: z.uuid() }),
  supervision_closed: z.object({ supervisionId: z.uuid() }),
} as const
export type ReleasePayload<K extends keyof typeof releasePayloads> = z.infer<(typeof releasePayloads)[K]>

/** One line of what will happen; `what` names the sentence, values are shown as they are or put into words by it. */
export const foretoldView = z.object({
  what: z.string(),
  from: z.union([z.string(), z.number()]).nullable(),
  to: z.union([z.string(), z.number()]),
})
export type ForetoldView = z.infer<typeof foretoldView>

/** A request for a second person; no typed name travels. */
export const releaseView = z.object({
  id: z.string(),
  kind: releaseKind,
  state: releaseState,
  incident: z.object({ id: z.string(), number: z.string(), headline: z.string() }),
  /** The unit is all a screen needs to know of who asked, beside the post. */
  askedBy: personView,
  askedAt: instant,
  reason: z.string().nullable(),
  expiresAt: instant,
  decidedBy: personView.nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  signBy: instant.nullable(),
  countersignedBy: personView.nullable(),
  countersignedAt: instant.nullable(),
  countersignAgrees: z.boolean().nullable(),
  version: z.number().int(),
})
export type ReleaseView = z.infer<typeof releaseView>

/** A request as one officer may act on it. */
export const releaseItemView = releaseView.extend({
  foretold: z.array(foretoldView),
  /** Null when this officer may give the second hand; else the refusal's code. */
  barred: z.string().nullable(),
  mine: z.boolean(),
  mayBreak: z.boolean(),
  /** The second hand is a signature by name. */
  signed: z.boolean(),
})
export type ReleaseItemView = z.infer<typeof releaseItemView>

const reason = z.string().trim().max(300)
const name = z.string().trim().min(2).max(20).nullable().default(null)
const known = { releaseId: z.uuid(), version: z.number().int() }

export const askReleaseInput = z.object({
  kind: releaseKind,
  incidentId: z.uuid(),
  payload: z.record(z.string().max(40), z.unknown()),
  reason: reason.nullable().default(null),
  signedName: name,
})
export const approveReleaseInput = z.object({ ...known, signedName: name })
export const declineReleaseInput = z.object({ ...known, reason })
export const breakGlassInput = z.object({ ...known, reason })
export const countersignReleaseInput = z.object({
  ...known,
  agrees: z.boolean(),
  reason: reason.nullable().default(null),
  signedName: name,
})
