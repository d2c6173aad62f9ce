import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { Limit, Step } from '#domain/clock/limits.ts'
import type { DayKind } from '#domain/clock/working-days.ts'
import { incident } from './incident.ts'

/** The incident's own clocks (电话报告, 到场, 续报 …); the promise to call somebody lives in `next_step_at`. */
export const incidentStep = pgTable(
  'incident_step',
  {
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    step: text().$type<Step>().notNull(),
    /** 续报: which one; the row always holds the present round. */
    round: integer().notNull().default(1),
    limit: jsonb().$type<Limit>().notNull().default({ in: 'plain', seconds: 86_400 }),
    sinceAt: timestamp('since_at', { withTimezone: true }).notNull().defaultNow(),
    /** Due by the limit alone; pauses have moved `due_at` on from it. */
    baseDueAt: timestamp('base_due_at', { withTimezone: true }).notNull().defaultNow(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    provisional: boolean().notNull().default(false),
    /** Version of the calendar it was counted by; null where no working day was counted. */
    calendarVersion: integer('calendar_version'),
    doneAt: timestamp('done_at', { withTimezone: true }),
    doneBy: jsonb('done_by').$type<PersonView>(),
    note: text(),
    /** Done without being done: the claim was verified untrue, so nothing is to be paid. */
    waived: boolean().notNull().default(false),
    pausedAt: timestamp('paused_at', { withTimezone: true }),
    pausedBy: jsonb('paused_by').$type<PersonView>(),
    pauseReason: text('pause_reason'),
    pauseReviewAt: timestamp('pause_review_at', { withTimezone: true }),
    pausedSeconds: integer('paused_seconds').notNull().default(0),
    /** 0 to 3 since it was missed; null while it is not. */
    rung: integer(),
    /** How often it ran out, over all rounds. */
    overdueTimes: integer('overdue_times').notNull().default(0),
    nextStepAt: timestamp('next_step_at', { withTimezone: true }),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.incidentId, t.step] }),
    index('incident_step_next').on(t.nextStepAt).where(sql`${t.nextStepAt} is not null`),
    index('incident_step_paused').on(t.pauseReviewAt).where(sql`${t.pausedAt} is not null`),
    index('incident_step_final')
      .on(t.incidentId)
      .where(sql`${t.step} = 'final_report' and ${t.doneAt} is null`),
    index('incident_step_calendar')
      .on(t.calendarVersion)
      .where(sql`${t.calendarVersion} is not null and ${t.doneAt} is null`),
  ],
)

/** Every pause of a clock with the name that stands for it; the only place where that name is kept. */
export const stepPause = pgTable(
  'step_pause',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    step: text().$type<Step>().notNull(),
    round: integer().notNull(),
    pausedAt: timestamp('paused_at', { withTimezone: true }).notNull(),
    pausedBy: jsonb('paused_by').$type<PersonView>().notNull(),
    signedName: text('signed_name').notNull(),
    reason: text().notNull(),
    reviewAt: timestamp('review_at', { withTimezone: true }).notNull(),
    resumedAt: timestamp('resumed_at', { withTimezone: true }),
    /** Null when the system ended it, because a life is in danger or the grade forbids it. */
    resumedBy: jsonb('resumed_by').$type<PersonView>(),
  },
  (t) => [index('step_pause_incident').on(t.incidentId)],
)

/** Days the office has entered over the announced calendar, or before it. */
export const calendarDay = pgTable('calendar_day', {
  day: date().primaryKey(),
  kind: text().$type<DayKind>().notNull(),
  reason: text().notNull(),
  by: jsonb().$type<PersonView>().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})

/** The State Council's notice on a year's days off, entered by the office as soon as it is out. */
export const calendarNotice = pgTable('calendar_notice', {
  year: integer().primaryKey(),
  title: text().notNull(),
  rest: date().array().notNull(),
  work: date().array().notNull(),
  by: jsonb().$type<PersonView>().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})

/** One row: the version all processes count by, and the fingerprint of what it was made of. */
export const calendarVersion = pgTable('calendar_version', {
  id: integer().primaryKey(),
  version: integer().notNull(),
  fingerprint: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})
