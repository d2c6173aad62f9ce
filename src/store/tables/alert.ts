import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import { agency } from './agency.ts'
import { incident } from './incident.ts'

/** One agency's duty to accept one incident; the promise to escalate lives in `next_step_at`. */
export const alert = pgTable(
  'alert',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    agency: text()
      .notNull()
      .references(() => agency.key),
    state: text({ enum: ['unaccepted', 'accepted'] }).notNull(),
    raisedAt: timestamp('raised_at', { withTimezone: true }).notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    limitSeconds: integer('limit_seconds').notNull(),
    nextStepAt: timestamp('next_step_at', { withTimezone: true }),
    rung: integer().notNull().default(0),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    acceptedBy: jsonb('accepted_by').$type<PersonView>(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('alert_once_per_agency').on(t.incidentId, t.agency),
    index('alert_next_step').on(t.nextStepAt).where(sql`${t.nextStepAt} is not null`),
  ],
)
