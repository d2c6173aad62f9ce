import { z } from 'zod'
import { gradeView, incidentView, instant, personView, stepName, stepView } from './views.ts'

const days = z.array(z.iso.date()).max(60)
const signedName = z.string().trim().min(2).max(40)
const reason = z.string().trim().min(2).max(300)

/** Hours until somebody must look whether the reason of a pause still holds. */
export const pauseReviewHours = [4, 24, 72, 168] as const

export const pauseStepInput = z.object({
  incidentId: z.uuid(),
  step: stepName,
  /** The version the officer saw; a clock that has moved on since is not touched. */
  version: z.number().int(),
  reason,
  /** The official who signs for it; kept with the pause and nowhere else. */
  signedName,
  reviewHours: z.union(pauseReviewHours.map((hours) => z.literal(hours))),
})
export type PauseStep = z.output<typeof pauseStepInput>

export const resumeStepInput = z.object({ incidentId: z.uuid(), step: stepName, version: z.number().int() })
export type ResumeStep = z.output<typeof resumeStepInput>

export const enterDayInput = z.object({ day: z.iso.date(), kind: z.enum(['rest', 'work']), reason })
export const removeDayInput = z.object({ day: z.iso.date() })
export const readCalendarInput = z.object({ year: z.number().int().nullable() })
export const enterNoticeInput = z.object({
  year: z.number().int().min(2020).max(2100),
  title: z.string().trim().min(4).max(200),
  rest: days.min(1),
  work: days,
})
export type EnterNotice = z.output<typeof enterNoticeInput>

/** One year's days in order; a day of another kind than its weekday says so. */
export const calendarView = z.object({
  year: z.number().int(),
  /** The State Council's notice for this year is known. */
  noticed: z.boolean(),
  /** The notice as the office entered it; null for one the product came with. */
  notice: z.object({ title: z.string(), by: personView, at: instant }).nullable(),
  firstYear: z.number().int(),
  lastYear: z.number().int(),
  days: z.array(
    z.object({
      day: z.iso.date(),
      working: z.boolean(),
      /** Differs from the ordinary week. */
      moved: z.boolean(),
      own: z.boolean(),
    }),
  ),
  own: z.array(
    z.object({
      day: z.iso.date(),
      kind: z.enum(['rest', 'work']),
      reason: z.string(),
      by: personView,
      at: instant,
    }),
  ),
  /** Open clocks that count working days, and how many of them provisionally. */
  clocks: z.object({ counting: z.number().int(), provisional: z.number().int() }),
  /** What the limits come to when they start today. */
  examples: z.array(
    z.object({ limit: z.string(), days: z.number().int(), dueAt: instant, provisional: z.boolean() }),
  ),
})
export type CalendarView = z.infer<typeof calendarView>

/** Every pause of an incident's clocks, for those on its route. */
export const pausesView = z.array(
  z.object({
    id: z.string(),
    step: stepName,
    round: z.number().int(),
    pausedAt: instant,
    pausedBy: personView,
    signedName: z.string(),
    reason: z.string(),
    reviewAt: instant,
    resumedAt: instant.nullable(),
    resumedBy: personView.nullable(),
  }),
)
export type PausesView = z.infer<typeof pausesView>

const missed = z.object({
  incidentId: z.string(),
  step: stepView,
  grade: gradeView,
  rung: z.number().int(),
  /** Agencies that answer for the step. */
  owners: z.array(z.string()),
  /** Ⅰ and Ⅱ tell the group's leader too, from the second call on. */
  groupLeader: z.boolean(),
  proposesSupervision: z.boolean(),
})

export const clockEvents = {
  'step.done': z.object({
    incidentId: z.string(),
    step: stepView,
    by: personView,
    /** 续报: the next one, due from now. */
    next: stepView.nullable().optional(),
  }),
  'step.paused': z.object({ incidentId: z.string(), step: stepView, by: personView, reason: z.string() }),
  'step.resumed': z.object({
    incidentId: z.string(),
    step: stepView,
    /** Null when the system ended the pause. */
    by: personView.nullable(),
    /** What the pause rested on, and who stood for it. */
    reason: z.string().nullable().optional(),
    pausedBy: personView.nullable().optional(),
    rule: z.enum(['by_hand', 'cannot_pause_danger', 'cannot_pause_on_site']),
    /** Length of this pause. */
    seconds: z.number().int(),
  }),
  'step.missed': missed,
  'step.escalated': missed,
  'step.moved': z.object({
    incidentId: z.string(),
    step: stepView,
    from: instant,
    to: instant,
    rule: z.literal('calendar'),
  }),
  /** A clock that starts later than the incident: the final report, on closing. */
  'step.started': z.object({ incident: incidentView, step: stepName }),
  'calendar.changed': z.object({
    version: z.number().int(),
    what: z.enum(['notice', 'day', 'day_removed', 'edition']),
    /** The year or the day it is about. */
    subject: z.string(),
    reason: z.string(),
    by: personView.nullable(),
  }),
} as const
