import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { Limit } from '#domain/clock/limits.ts'
import type { LicenceOutcome, TaskState } from '#domain/task/task.ts'
import { agency } from './agency.ts'
import { incident } from './incident.ts'

/** 交办单: the promise to call its ladder lives in `next_step_at`. */
export const task = pgTable(
  'task',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    /** 交办〔2026〕12号 */
    year: integer().notNull(),
    count: integer().notNull(),
    kind: text().notNull(),
    /** Masked, as every text an officer types. */
    what: text().notNull(),
    basis: text(),
    required: boolean().notNull(),
    agency: text()
      .notNull()
      .references(() => agency.key),
    state: text().$type<TaskState>().notNull(),
    assignedAt: timestamp('assigned_at', { withTimezone: true }).notNull(),
    assignedBy: jsonb('assigned_by').$type<PersonView>().notNull(),
    signDueAt: timestamp('sign_due_at', { withTimezone: true }).notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    limit: jsonb().$type<Limit>().notNull().default({ in: 'plain', seconds: 86_400 }),
    sinceAt: timestamp('since_at', { withTimezone: true }).notNull().defaultNow(),
    provisional: boolean().notNull().default(false),
    /** Version of the calendar it was counted by; null where no working day was counted. */
    calendarVersion: integer('calendar_version'),
    signedAt: timestamp('signed_at', { withTimezone: true }),
    signedBy: jsonb('signed_by').$type<PersonView>(),
    reportedAt: timestamp('reported_at', { withTimezone: true }),
    reportedBy: jsonb('reported_by').$type<PersonView>(),
    feedback: text(),
    outcome: text().$type<LicenceOutcome>(),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
    reviewedBy: jsonb('reviewed_by').$type<PersonView>(),
    reviewNote: text('review_note'),
    returns: integer().notNull(),
    overdueLevel: integer('overdue_level').notNull(),
    overdueTimes: integer('overdue_times').notNull(),
    nextStepAt: timestamp('next_step_at', { withTimezone: true }),
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('task_number').on(t.year, t.count),
    index('task_of_incident').on(t.incidentId),
    index('task_open_of_agency').on(t.agency, t.dueAt).where(sql`${t.state} not in ('done', 'withdrawn')`),
    index('task_next_step').on(t.nextStepAt).where(sql`${t.nextStepAt} is not null`),
    index('task_calendar')
      .on(t.calendarVersion)
      .where(sql`${t.calendarVersion} is not null and ${t.state} not in ('done', 'withdrawn')`),
  ],
)
