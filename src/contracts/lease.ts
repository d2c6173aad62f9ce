import { z } from 'zod'
import { steps } from '#domain/clock/limits.ts'

const instant = z.iso.datetime()
/** A duty post and its agency, never a personal name. */
const post = z.object({ post: z.string(), agency: z.string().nullable() })

/** A step of the incident; 研判四“不”并报告; or a report of how it stands. */
export const promisedStep = z.enum([...steps, 'assess', 'progress'])

/** What an acceptance is held on. */
export const leaseView = z.object({
  step: promisedStep,
  promisedAt: instant,
  /** The last sign of progress, or the acceptance itself. */
  fromAt: instant,
  /** It lapses then, unless there is progress before. */
  endsAt: instant,
  /** Offered to a colleague, who has not taken it yet. */
  handover: z.object({ toId: z.string(), to: post, by: post, at: instant }).nullable(),
})
export type LeaseView = z.infer<typeof leaseView>

/** How the last acceptance ended. */
export const lapseView = z.object({
  why: z.enum(['silence', 'shift', 'returned']),
  at: instant,
  holder: post.nullable(),
  /** Masked. */
  reason: z.string().optional(),
})
export type LapseView = z.infer<typeof lapseView>

/** What an alert says beside who has accepted; absent in events of before there were leases. */
export const alertLeaseFields = {
  lease: leaseView.nullable().optional(),
  lapse: lapseView.nullable().optional(),
  /** The ladder waits until then. */
  snoozeEndsAt: instant.nullable().optional(),
  /** The rung that was put off, which is done once. */
  snoozedRung: z.number().int().nullable().optional(),
  /** Rungs that were called and had nobody reachable. */
  unreachable: z.array(z.number().int()).optional(),
  /** Posts the incident told of when the present rung was called. */
  heardPosts: z.number().int().optional(),
  endedAt: instant.nullable().optional(),
}

const version = z.number().int()
const alertId = z.uuid()
const words = z.string().trim().min(2).max(200)
const promise = z.object({ step: promisedStep, at: instant })

/** `promise` is left out for what one press proposes. */
export const acceptAlertInput = z.object({ alertId, promise: promise.nullable().default(null) })
export const returnAlertInput = z.object({ alertId, version, reason: words })
export const snoozeAlertInput = z.object({ alertId, version, until: instant })
export const reportProgressInput = z.object({
  alertId,
  version,
  note: words,
  promise: promise.nullable().default(null),
})
export const offerHandoverInput = z.object({ alertId, version, toId: z.string().min(1).max(100) })
export const answerHandoverInput = z.object({ alertId, version, take: z.boolean() })
export const escalateAlertInput = z.object({ alertId, version })

/** Somebody of the same agency who can take a duty over. */
export const colleagueView = z.object({ id: z.string(), post: z.string() })
export type ColleagueView = z.infer<typeof colleagueView>
