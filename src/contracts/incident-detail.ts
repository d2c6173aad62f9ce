import { z } from 'zod'
import { postView } from './post-view.ts'
import { incidentView, instant, timelineEntry } from './views.ts'

/** How an incident's posts come in: an hour each for the last day, and the public platforms reached. */
export const spreadView = z.object({
  level: z.number().int(),
  hours: z.array(z.object({ hour: instant, count: z.number().int() })),
  platforms: z.array(z.string()),
  /** What an incident usually draws in two hours at this time, and what this one drew. */
  expected: z.number(),
  posts: z.number().int(),
  /** Counts of all its posts together, where a data vendor passes them on. */
  views: z.number().nullish(),
  reposts: z.number().nullish(),
})
export type SpreadView = z.infer<typeof spreadView>

/** An incident told of beside another, by its number. */
export const relatedView = z.object({ id: z.string(), number: z.string(), headline: z.string() })
export type RelatedView = z.infer<typeof relatedView>

export const joinReasonView = z.object({
  rule: z.string(),
  facts: z.record(z.string(), z.union([z.number(), z.string()])),
})

/** An incident that may tell of the same event, why, and what speaks against it. */
export const likelyJoinView = z.object({
  incident: incidentView,
  points: z.number().int(),
  reason: joinReasonView,
  veto: z.string().nullable(),
})
export type LikelyJoinView = z.infer<typeof likelyJoinView>

export const incidentDetailView = z.object({
  lastEventId: z.number().int(),
  incident: incidentView,
  spread: spreadView.optional(),
  /** The earlier one it is linked to. */
  related: relatedView.nullable().optional(),
  /** The incident that holds its posts since officers found the two to be one. */
  mergedInto: relatedView.nullable().optional(),
  /** Those whose posts it holds; what was kept of them stays theirs and is shown here too. */
  merged: z.array(relatedView).optional(),
  /** Empty when the reader may not see text; `textHidden` says so. */
  posts: z.array(postView),
  textHidden: z.boolean(),
  timeline: z.array(timelineEntry),
  /** The place in the log's chain of the newest event of this incident, which proves all before it. */
  chain: z.object({ seq: z.number().int(), hash: z.string() }).nullable().optional(),
})
export type IncidentDetailView = z.infer<typeof incidentDetailView>
