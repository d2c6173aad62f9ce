import { z } from 'zod'
import { alertEvents } from './alert-events.ts'
import { auditEvents } from './audit.ts'
import { clockEvents } from './clock.ts'
import { gradingEvents } from './grading.ts'
import { handlingEvents } from './handling-events.ts'
import { ledgerEvents } from './ledger.ts'
import { pagingEvents } from './paging.ts'
import { proceedingEvents } from './proceedings.ts'
import { releaseView } from './release.ts'
import { reportEvents } from './report.ts'
import { verdict } from './review.ts'
import { rosterEvents } from './roster.ts'
import { trackEvents } from './track.ts'
import { incidentView, instant, personView, silenceView } from './views.ts'

const otherIncident = z.object({ id: z.string(), number: z.string() })

/**
 * Everything that can happen, once, in the past tense.
 * Each is fat enough to repaint a screen without asking again, and carries no post text.
 */
export const events = {
  'incident.opened': z.object({ incident: incidentView }),
  'incident.joined': z.object({ incident: incidentView, source: z.string(), rule: z.string() }),
  'incident.regraded': z.object({
    incident: incidentView,
    from: z.string(),
    to: z.string(),
    rule: z.string(),
    /** Version of the grade rules, where they changed and not the facts. */
    edition: z.number().int().optional(),
  }),
  'incident.closed': z.object({
    incidentId: z.string(),
    rule: z.string(),
    /** Of one that was resolved. */
    outcome: z.string().optional(),
    why: z.string().optional(),
  }),
  'incident.reopened': z.object({
    incident: incidentView,
    source: z.string(),
    rule: z.string(),
    /** Given by the officer who opened it by hand. */
    why: z.string().optional(),
  }),
  'incident.merged': z.object({
    incident: incidentView,
    /** The incident whose posts it took in. */
    other: otherIncident,
    changeId: z.string(),
    by: personView,
  }),
  'incident.split': z.object({
    incident: incidentView,
    /** The incident that was split off. */
    other: otherIncident,
    changeId: z.string(),
    by: personView,
  }),
  'incident.restored': z.object({
    incident: incidentView,
    other: otherIncident,
    changeId: z.string(),
    by: personView,
  }),
  'incident.spreading': z.object({
    incident: incidentView,
    level: z.number().int(),
    rule: z.enum(['growth', 'reach', 'counts']),
    posts: z.number().int(),
    hours: z.number().int(),
    /** Posts an incident usually draws in so many hours. */
    expected: z.number(),
    platforms: z.number().int(),
    /** As the platforms count, where a data vendor passes it on. */
    views: z.number().nullish(),
    reposts: z.number().nullish(),
  }),
  ...alertEvents,
  ...clockEvents,
  ...auditEvents,
  ...trackEvents,
  'release.asked': z.object({ release: releaseView }),
  'release.approved': z.object({ release: releaseView }),
  'release.declined': z.object({ release: releaseView }),
  'release.expired': z.object({ release: releaseView }),
  'release.glass_broken': z.object({ release: releaseView }),
  'release.countersigned': z.object({ release: releaseView }),
  'release.left_unsigned': z.object({ release: releaseView }),
  ...ledgerEvents,
  ...proceedingEvents,
  ...handlingEvents,
  ...pagingEvents,
  ...gradingEvents,
  ...rosterEvents,
  ...reportEvents,
  'source.added': z.object({ sourceId: z.string(), name: z.string() }),
  'source.paused': z.object({ sourceId: z.string(), name: z.string(), by: personView.nullable() }),
  'source.resumed': z.object({ sourceId: z.string(), name: z.string(), by: personView.nullable() }),
  'source.removed': z.object({ sourceId: z.string(), name: z.string(), by: personView.nullable() }),
  'source.fell_silent': silenceView.extend({ sourceId: z.string(), name: z.string() }),
  'source.spoke_again': z.object({ sourceId: z.string(), name: z.string(), fellSilentAt: instant }),
  'import.finished': z.object({
    name: z.string(),
    taken: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    by: personView,
  }),
  'post.judged': z.object({ postId: z.string(), verdict, by: personView }),
  'post.judgement_undone': z.object({ postId: z.string(), by: personView }),
  'posts.expired': z.object({ ofClosed: z.number().int(), unjudged: z.number().int() }),
  'reading.changed': z.object({
    ruleSetVersion: z.number().int(),
    modelVersion: z.number().int(),
    by: personView.nullable(),
  }),
  'user.added': z.object({ userId: z.string(), role: z.string(), agency: z.string().nullable() }),
  'user.changed': z.object({ userId: z.string(), disabled: z.boolean() }),
  'text.read': z.object({ incidentId: z.string(), by: personView }),
  'export.made': z.object({
    what: z.enum(['feeds', 'incidents', 'reports']),
    count: z.number().int(),
    by: personView.nullable(),
  }),
  'log_head.undelivered': z.object({
    seq: z.number().int(),
    hash: z.string(),
    host: z.string(),
    attempts: z.number().int(),
    problem: z.string(),
  }),
  'api_key.added': z.object({
    keyId: z.string(),
    name: z.string(),
    agency: z.string(),
    scopes: z.array(z.string()),
  }),
  'api_key.revoked': z.object({ keyId: z.string(), name: z.string(), agency: z.string() }),
  'webhook.added': z.object({
    webhookId: z.string(),
    host: z.string(),
    agency: z.string(),
    events: z.array(z.string()),
  }),
  'webhook.removed': z.object({ webhookId: z.string(), host: z.string(), agency: z.string() }),
} as const

export type EventName = keyof typeof events
export type EventData<N extends EventName> = z.infer<(typeof events)[N]>

/** An event as it stands in the log and travels to screens; narrowed by `name`. */
export type LoggedEvent = {
  [N in EventName]: { id: number; name: N; at: string; data: EventData<N>; incidentId?: string | null }
}[EventName]

/** An event about to be recorded. */
export type NewEvent = {
  [N in EventName]: { name: N; data: EventData<N>; incidentId: string | null }
}[EventName]
