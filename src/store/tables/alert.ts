import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { Handover } from '#domain/alert/alert.ts'
import type { Lapse } from '#domain/alert/lapse-alert.ts'
import type { PromisedStep } from '#domain/alert/promise.ts'
import { agency } from './agency.ts'
import { incident } from './incident.ts'

/** One agency's duty to accept one incident; the promise to escalate lives in `next_step_at`, that to lapse in `lease_ends_at`. */
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
    /** Posts the incident told of when the present rung was called. */
    heardPosts: integer('heard_posts').notNull().default(1),
    /** Rungs that were called and had nobody reachable. */
    unreachable: integer().array().notNull().default(sql`'{}'::integer[]`),
    promisedStep: text('promised_step').$type<PromisedStep>(),
    promisedAt: timestamp('promised_at', { withTimezone: true }),
    leaseFromAt: timestamp('lease_from_at', { withTimezone: true }),
    /** The promise to let an acceptance lapse. */
    leaseEndsAt: timestamp('lease_ends_at', { withTimezone: true }),
    handover: jsonb().$type<Handover>(),
    lapse: jsonb().$type<Lapse>(),
    snoozeEndsAt: timestamp('snooze_ends_at', { withTimezone: true }),
    snoozedRung: integer('snoozed_rung'),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    changedAt: timestamp('changed_at', { withTimezone: true }),
    changedBy: jsonb('changed_by').$type<PersonView>(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('alert_once_per_agency').on(t.incidentId, t.agency),
    index('alert_next_step').on(t.nextStepAt).where(sql`${t.nextStepAt} is not null`),
    index('alert_snooze_end').on(t.snoozeEndsAt).where(sql`${t.snoozeEndsAt} is not null`),
    index('alert_lease_end').on(t.leaseEndsAt).where(sql`${t.leaseEndsAt} is not null`),
  ],
)
