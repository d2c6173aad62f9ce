import { z } from 'zod'
import { rosterColumns } from '#domain/roster/read-roster-row.ts'
import { handoverStates } from '#domain/roster/shift-handover.ts'
import { editionView } from './grading.ts'
import { promisedStep } from './lease.ts'
import { gradeView, instant, personView } from './views.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const day = z.iso.date()
const words = z.string().trim().min(2).max(200)

export const shiftHours = z.object({ key: z.string().regex(/^[a-z0-9_-]{1,20}$/), from: clock, to: clock })

/** A post of the book, as the roster shows it: no address. */
const rosterPost = z.object({ id: z.string(), agency: z.string().nullable(), post: z.string() })

export const turnView = z.object({
  id: z.string(),
  agency: z.string(),
  day,
  startsAt: instant,
  endsAt: instant,
  dutyId: z.string(),
  substituteId: z.string().nullable(),
})
export type TurnView = z.infer<typeof turnView>

const gapView = z.object({ agency: z.string(), from: instant, to: instant })
export type GapView = z.infer<typeof gapView>

/** 值班表 as its page shows it. */
export const rosterView = z.object({
  /** The last saving it shows. */
  version: z.number().int(),
  today: day,
  /** Days shown, and whether each is worked. */
  days: z.array(z.object({ day, rest: z.boolean() })),
  /** The first line, and whoever keeps a roster or a book; `kept`: has to be looked at on every day. */
  agencies: z.array(z.object({ key: z.string(), mine: z.boolean(), kept: z.boolean() })),
  /** The reader's own agency, where it is among them. */
  own: z.string().nullable(),
  posts: z.array(rosterPost),
  turns: z.array(turnView),
  gaps: z.array(gapView),
  changes: z.array(
    z.object({
      version: z.number().int(),
      at: instant,
      by: personView.nullable(),
      why: z.string(),
      agencies: z.array(z.string()),
      firstDay: day,
      lastDay: day,
      added: z.number().int(),
      ended: z.number().int(),
    }),
  ),
  hours: z.object({
    version: z.number().int(),
    shifts: z.array(shiftHours),
    versions: z.array(editionView),
    mayChange: z.boolean(),
  }),
})
export type RosterView = z.infer<typeof rosterView>

export const readRosterInput = z.object({ from: day.nullable().default(null) })

const rosterTurn = z.object({
  from: clock,
  to: clock,
  dutyId: z.uuid(),
  substituteId: z.uuid().nullable(),
})

/** An agency's day of the roster as a whole; without turns nobody is rostered on it. */
export const rosterDay = z.object({
  agency: z.string().min(1).max(40),
  day,
  turns: z.array(rosterTurn).max(6),
})
export type RosterDay = z.infer<typeof rosterDay>

export const saveRosterInput = z.object({
  days: z.array(rosterDay).min(1).max(3_000),
  why: words,
  basedOn: z.number().int(),
})
export type SaveRoster = z.infer<typeof saveRosterInput>

export const previewRosterInput = z.object({ text: z.string().max(400_000) })

export const rosterPreviewView = z.object({
  days: z.array(rosterDay),
  turns: z.number().int(),
  /** Turns that stand on these days and would be replaced. */
  replaced: z.number().int(),
  bad: z.array(
    z.object({
      line: z.number().int(),
      code: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
      cells: z.array(z.string()),
    }),
  ),
  columns: z.array(z.enum(rosterColumns)),
})
export type RosterPreviewView = z.infer<typeof rosterPreviewView>

export const saveHoursInput = z.object({
  rules: z.array(shiftHours).min(1).max(6),
  why: words,
  basedOn: z.number().int(),
})

export const handoverView = z.object({
  id: z.string(),
  agency: z.string(),
  state: z.enum(handoverStates),
  shiftEndsAt: instant,
  by: personView,
  byId: z.string(),
  to: personView,
  toId: z.string(),
  note: z.string(),
  offeredAt: instant,
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
})
export type HandoverView = z.infer<typeof handoverView>

/** Who is on, when the shift ends, and where nobody is rostered: read again by every desk. */
export const dutyView = z.object({
  shiftEndsAt: instant,
  on: z.object({ duty: z.string().nullable(), substitute: z.string().nullable() }).nullable(),
  gaps: z.array(gapView),
  handover: handoverView.nullable(),
})
export type DutyView = z.infer<typeof dutyView>

const brief = z.object({
  incidentId: z.string(),
  number: z.string(),
  headline: z.string(),
  grade: gradeView,
  place: z.string().nullable(),
})

/** 交接单: everything of one agency that passes with its shift. */
export const handoverSheetView = z.object({
  agency: z.string(),
  at: instant,
  shiftEndsAt: instant,
  incidents: z.array(
    brief.extend({
      holder: personView.nullable(),
      /** What was promised next; null where nobody holds it. */
      promise: z.object({ step: promisedStep, at: instant }).nullable(),
      leaseEndsAt: instant.nullable(),
      /** When it must be accepted, or its lease ends. */
      dueAt: instant.nullable(),
    }),
  ),
  tasks: z.array(
    brief.extend({
      taskId: z.string(),
      kind: z.string(),
      what: z.string(),
      state: z.string(),
      dueAt: instant,
    }),
  ),
  /** Called to the site and not yet answered. */
  calls: z.array(brief.extend({ callId: z.string(), post: z.string(), calledAt: instant })),
})
export type HandoverSheetView = z.infer<typeof handoverSheetView>

/** The page of the hand-over: the sheet as it stands, who may take it, and what was written. */
export const shiftView = z.object({
  sheet: handoverSheetView,
  handover: handoverView.nullable(),
  colleagues: z.array(z.object({ id: z.string(), post: z.string(), next: z.boolean() })),
  signed: z.array(handoverView),
})
export type ShiftView = z.infer<typeof shiftView>

export const offerShiftInput = z.object({
  toId: z.string().min(1).max(100),
  note: z.string().trim().min(2).max(1_000),
})
export const answerShiftInput = z.object({
  handoverId: z.uuid(),
  version: z.number().int(),
  sign: z.boolean(),
  reason: words.nullable().default(null),
})
export const signedHandoverInput = z.object({ handoverId: z.uuid() })
export const signedHandoverView = z.object({ handover: handoverView, sheet: handoverSheetView })
export type SignedHandoverView = z.infer<typeof signedHandoverView>

export const rosterEvents = {
  'roster.changed': z.object({
    version: z.number().int(),
    agencies: z.array(z.string()),
    firstDay: day,
    lastDay: day,
    added: z.number().int(),
    ended: z.number().int(),
    why: z.string(),
    by: personView.nullable(),
  }),
  'shift_hours.changed': z.object({ version: z.number().int(), why: z.string(), by: personView.nullable() }),
  /** The leaving officer has written the sheet; nothing has changed hands. */
  'shift.handover_offered': z.object({ handover: handoverView }),
  /** The coming officer has signed: what the agency held is theirs. */
  'shift.handed_over': z.object({ handover: handoverView, alertIds: z.array(z.string()) }),
  'shift.handover_declined': z.object({ handover: handoverView }),
} as const
