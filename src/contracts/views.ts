import { z } from 'zod'
import { auditView } from './audit-view.ts'
import { alertLeaseFields } from './lease.ts'

/** Instants travel as ISO 8601 strings in UTC; screens show them in Asia/Shanghai. */
export const instant = z.iso.datetime()

export const gradeView = z.enum(['I', 'II', 'III', 'IV', 'watch'])
export type GradeView = z.infer<typeof gradeView>

/** Inclusive bounds; `max` null means “and more”. */
export const rangeView = z.object({ min: z.number(), max: z.number().nullable() })
export type RangeView = z.infer<typeof rangeView>

export const placeView = z.object({
  code: z.string(),
  /** 濮院镇 */
  name: z.string(),
  level: z.enum(['city', 'county', 'town', 'zone']),
  /** 桐乡市; null for the city and the zones. */
  county: z.string().nullable(),
  /** Key of the territory that handles it, an agency key such as `t330483`. */
  territory: z.string().nullable(),
  lat: z.number(),
  lng: z.number(),
})
export type PlaceView = z.infer<typeof placeView>

/** Who acted: a duty post and its agency, never a personal name. */
export const personView = z.object({
  post: z.string(),
  agency: z.string().nullable(),
  /** The program that passed the word on. */
  via: z.string().optional(),
})
export type PersonView = z.infer<typeof personView>

export const agencyView = z.object({
  key: z.string(),
  name: z.string(),
  /** 政法委 */
  short: z.string(),
  /** One character for squares: 政 宣 人 */
  letter: z.string(),
  kind: z.enum(['first_line', 'member', 'territory', 'party']),
  /** 1 to 3 for 政法委, 宣传部, 人社局; null for all others. */
  firstLine: z.number().int().nullable(),
})
export type AgencyView = z.infer<typeof agencyView>

/** One agency's duty to accept one incident. */
export const alertView = z.object({
  id: z.string(),
  incidentId: z.string(),
  agency: z.string(),
  state: z.enum(['unaccepted', 'accepted']),
  raisedAt: instant,
  /** When acceptance is due; counted up as overdue afterwards. */
  dueAt: instant,
  /** When the next rung is called; null once accepted or when the ladder has no further rung. */
  nextStepAt: instant.nullable(),
  /** Length of one rung, so that a screen can draw how much of it is left. */
  limitSeconds: z.number(),
  /** 0 承办人, 1 科室负责人, 2 副职与办公室, 3 分管领导 */
  rung: z.number().int(),
  acceptedAt: instant.nullable(),
  acceptedBy: personView.nullable(),
  ...alertLeaseFields,
  version: z.number().int(),
})
export type AlertView = z.infer<typeof alertView>

/** Why the grade: the line that fired, and what moved it. */
export const gradeReasonView = z.object({
  base: gradeView,
  rule: z.string(),
  /** The facts the rule read, such as { workers: 38 }. */
  facts: z.record(z.string(), z.union([z.number(), z.string()])),
  modifiers: z.array(z.object({ rule: z.string(), from: gradeView, to: gradeView })),
  /** Present where the general emergency plan takes over. */
  generalPlan: z.literal(true).optional(),
})
export type GradeReasonView = z.infer<typeof gradeReasonView>

export const stepName = z.enum([
  'phone_report',
  'written_report',
  'on_site',
  'first_response',
  'authoritative_word',
  'facts_verified',
  'follow_up',
  'paid_or_planned',
  'final_report',
])
export type StepName = z.infer<typeof stepName>

/** A clock of the incident itself (到场, 首次回应 …), of the grade's table. */
export const stepView = z.object({
  step: stepName,
  dueAt: instant,
  doneAt: instant.nullable(),
  doneBy: personView.nullable(),
  note: z.string().nullable(),
  /** Nothing is owed any more: the claim was verified untrue. */
  waived: z.boolean().optional(),
  /** 续报: which one. */
  round: z.number().int().optional(),
  /** The deadline was given as a clock time (日报 16:30). */
  asClock: z.boolean().optional(),
  /** Counted over days of a year whose days off are not announced yet. */
  provisional: z.boolean().optional(),
  pausedAt: instant.nullable().optional(),
  pausedBy: personView.nullable().optional(),
  pauseReason: z.string().nullable().optional(),
  pauseReviewAt: instant.nullable().optional(),
  /** Total of the pauses that have ended. */
  pausedSeconds: z.number().int().optional(),
  /** Rung called since it was missed; null while it is not. */
  rung: z.number().int().nullable().optional(),
  version: z.number().int().optional(),
})
export type StepView = z.infer<typeof stepView>

export const incidentView = z.object({
  id: z.string(),
  /** 1123-07: month, day and the day's count, in Asia/Shanghai. */
  number: z.string(),
  /** 毛衫厂老板跑路 */
  headline: z.string(),
  place: placeView.nullable(),
  employer: z.string().nullable(),
  project: z.string().nullable(),
  workers: rangeView.nullable(),
  amountYuan: rangeView.nullable(),
  months: rangeView.nullable(),
  danger: z.array(z.string()),
  collective: z.array(z.string()),
  flight: z.array(z.string()),
  grade: gradeView,
  gradeReason: gradeReasonView,
  /** A person's word: of a proposal, or of a grade beside it. */
  gradeDecision: z.object({ grade: gradeView, proposed: gradeView }).nullable().optional(),
  /** Nobody's life is in danger any more; the wages are still owed. */
  /** What the verification that counts found, beside what is claimed. */
  verified: z
    .object({
      outcome: z.enum(['true', 'partly', 'untrue', 'unverifiable']),
      employer: z.string().nullable(),
      workers: z.number().nullable(),
      owedYuan: z.number().nullable(),
      paidYuan: z.number().nullable(),
    })
    .nullable()
    .optional(),
  dangerOver: z.boolean().optional(),
  state: z.enum(['open', 'closed']),
  postCount: z.number().int(),
  /** Distinct names of the sources that reported it. */
  sources: z.array(z.string()),
  /** True when at least one source is public. */
  online: z.boolean(),
  firstSeenAt: instant,
  openedAt: instant,
  lastPostAt: instant,
  /** A resolved incident of long ago about the same employer or site. */
  linkedTo: z.string().nullable().optional(),
  /** 0 ordinary to 3 spreading very fast. */
  spreadLevel: z.number().int().optional(),
  /** In the order the agencies stand on every screen. */
  alerts: z.array(alertView),
  steps: z.array(stepView),
  version: z.number().int(),
})
export type IncidentView = z.infer<typeof incidentView>

export const sourceState = z.enum(['new', 'alive', 'late', 'silent', 'failed', 'paused'])
export type SourceState = z.infer<typeof sourceState>

export const problemView = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.number(), z.string()])),
})
export type ProblemView = z.infer<typeof problemView>

/** A talkative source gone quiet: since when, and how seldom that happens by its own rhythm. */
export const silenceView = z.object({
  /** Its last sign. */
  since: instant,
  /** Items its rhythm would have brought since. */
  expected: z.number(),
  /** Of so long a silence by chance. */
  probability: z.number(),
})
export type SilenceView = z.infer<typeof silenceView>

/** How a polled source is asked, and why so. */
export const pollingView = z.object({
  paceSeconds: z.number(),
  paceReason: z.string(),
  /** Polls that brought news, of the latest ones. */
  withNews: z.number().int(),
  of: z.number().int(),
  nextPollAt: instant.nullable(),
  strikes: z.number().int(),
  failure: z.enum(['soft', 'temporary', 'hard']).nullable(),
  validators: z.enum(['untested', 'honest', 'lies', 'changes', 'ignores', 'none']),
  hub: z.enum(['none', 'asked', 'verified', 'proven', 'denied', 'failed']),
})
export type PollingView = z.infer<typeof pollingView>

export const sourceView = z.object({
  id: z.string(),
  kind: z.enum(['feed', 'json', 'html', 'imap', 'hotline', 'vendor', 'intake', 'import']),
  name: z.string(),
  url: z.string().nullable(),
  state: sourceState,
  intervalSeconds: z.number().int().nullable(),
  lastSuccessAt: instant.nullable(),
  lastItemAt: instant.nullable(),
  lastErrorAt: instant.nullable(),
  lastError: problemView.nullable(),
  warnings: z.array(problemView),
  itemsSeen: z.number().int(),
  itemsFlagged: z.number().int(),
  /** Made from pages not meant to be read so; it may break any day. */
  bestEffort: z.boolean(),
  /** Null for a source that sends by itself, and before the first reading. */
  polling: pollingView.nullable(),
  silence: silenceView.nullable(),
})
export type SourceView = z.infer<typeof sourceView>

/** The parts of the system, in the order the work passes through them. */
export const healthParts = [
  'postgres',
  'redis',
  'workers',
  'scheduler',
  'notifier',
  'auditor',
  'log',
] as const
const healthPart = z.enum(healthParts)

/** How alive the system is, read anew every few seconds by every screen. */
export const pulseView = z.object({
  at: instant,
  realm: z.enum(['real', 'drill']),
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      state: sourceState,
      lastSuccessAt: instant.nullable(),
      /** Last sign of a talkative source that can be read and says nothing any more. */
      quietSince: instant.nullable(),
    }),
  ),
  /** Newly opened incidents per hour for the last 24 hours, oldest first. */
  openedByHour: z.array(z.object({ hour: instant, count: z.number().int() })),
  checks: z.record(healthPart, z.boolean()),
  audit: auditView.optional(),
})
export type PulseView = z.infer<typeof pulseView>

/** One line of an incident's timeline, made from the event log. */
export const timelineEntry = z.object({
  id: z.number().int(),
  at: instant,
  name: z.string(),
  actor: personView.nullable(),
  /** Blanks of the sentence `timeline.<name>` in the i18n files. */
  details: z.record(z.string(), z.union([z.number(), z.string()])),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

/** Everything a screen needs to paint, and the event it is true up to. */
export const boardView = z.object({
  lastEventId: z.number().int(),
  at: instant,
  realm: z.enum(['real', 'drill']),
  season: z.object({ key: z.string(), day: z.number().int(), lift: z.number().int() }).nullable(),
  incidents: z.array(incidentView),
  /** Closed, with a final report still to write. */
  closing: z.array(incidentView).optional(),
  agencies: z.array(agencyView),
  pulse: pulseView,
})
export type BoardView = z.infer<typeof boardView>
