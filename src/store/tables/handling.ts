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
import type { CalledState } from '#domain/call-out/call-out.ts'
import type { Limit } from '#domain/clock/limits.ts'
import type { LeaderInCharge } from '#domain/leader/leader-in-charge.ts'
import type { SupervisionReason, SupervisionState } from '#domain/supervision/supervision.ts'
import { agency } from './agency.ts'
import { incident } from './incident.ts'

/** 督办单, from its proposal to 销号. */
export const supervision = pgTable(
  'supervision',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    year: integer(),
    count: integer(),
    state: text().$type<SupervisionState>().notNull(),
    reasons: text().array().$type<SupervisionReason[]>().notNull(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    unit: text().references(() => agency.key),
    requirement: text(),
    dueAt: timestamp('due_at', { withTimezone: true }),
    limit: jsonb().$type<Limit>(),
    sinceAt: timestamp('since_at', { withTimezone: true }),
    provisional: boolean().notNull().default(false),
    /** Version of the calendar it was counted by; null where no working day was counted. */
    calendarVersion: integer('calendar_version'),
    openedAt: timestamp('opened_at', { withTimezone: true }),
    openedBy: jsonb('opened_by').$type<PersonView>(),
    reply: text(),
    repliedAt: timestamp('replied_at', { withTimezone: true }),
    repliedBy: jsonb('replied_by').$type<PersonView>(),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
    reviewedBy: jsonb('reviewed_by').$type<PersonView>(),
    reviewNote: text('review_note'),
    returns: integer().notNull(),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    closedBy: jsonb('closed_by').$type<PersonView>(),
    closedWith: jsonb('closed_with').$type<PersonView>(),
    overdueLevel: integer('overdue_level').notNull(),
    overdueTimes: integer('overdue_times').notNull(),
    nextStepAt: timestamp('next_step_at', { withTimezone: true }),
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('supervision_number').on(t.year, t.count),
    // At most one at a time; a case struck off or not taken up may be proposed again by hand.
    uniqueIndex('supervision_one_at_a_time')
      .on(t.incidentId)
      .where(sql`${t.state} not in ('closed', 'dismissed')`),
    index('supervision_of_incident').on(t.incidentId),
    index('supervision_next_step').on(t.nextStepAt).where(sql`${t.nextStepAt} is not null`),
    index('supervision_calendar')
      .on(t.calendarVersion)
      .where(sql`${t.calendarVersion} is not null and ${t.state} not in ('closed', 'dismissed')`),
  ],
)

/** 领导包案: the leader's post that answers for a case. */
export const leaderInCharge = pgTable(
  'leader_in_charge',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    /** A post, never a name. */
    post: text().notNull(),
    agency: text()
      .notNull()
      .references(() => agency.key),
    state: text().$type<LeaderInCharge['state']>().notNull(),
    since: timestamp({ withTimezone: true }).notNull(),
    promisedAt: timestamp('promised_at', { withTimezone: true }).notNull(),
    namedBy: jsonb('named_by').$type<PersonView>().notNull(),
    noteDueAt: timestamp('note_due_at', { withTimezone: true }).notNull(),
    checkedAt: timestamp('checked_at', { withTimezone: true }),
    checkedBy: jsonb('checked_by').$type<PersonView>(),
    checkNote: text('check_note'),
    overdueLevel: integer('overdue_level').notNull(),
    overdueTimes: integer('overdue_times').notNull(),
    nextStepAt: timestamp('next_step_at', { withTimezone: true }),
    version: integer().notNull(),
  },
  (t) => [
    uniqueIndex('leader_one_at_a_time').on(t.incidentId).where(sql`${t.state} = 'in_charge'`),
    index('leader_next_step').on(t.nextStepAt).where(sql`${t.nextStepAt} is not null`),
  ],
)

/** The weekly notes of a leader in charge. */
export const leaderNote = pgTable(
  'leader_note',
  {
    id: uuid().primaryKey(),
    leaderId: uuid('leader_id')
      .notNull()
      .references(() => leaderInCharge.id),
    at: timestamp({ withTimezone: true }).notNull(),
    by: jsonb().$type<PersonView>().notNull(),
    note: text().notNull(),
  },
  (t) => [index('leader_note_of').on(t.leaderId, t.at)],
)

/** One post called out for one incident, and what it answered. */
export const calledPost = pgTable(
  'called_post',
  {
    id: uuid().primaryKey(),
    /** All posts called by one press. */
    callOutId: uuid('call_out_id').notNull(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    agency: text()
      .notNull()
      .references(() => agency.key),
    /** A role such as 值班领导, never a name. */
    post: text().notNull(),
    duty: text().notNull(),
    state: text().$type<CalledState>().notNull(),
    calledAt: timestamp('called_at', { withTimezone: true }).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    answeredBy: jsonb('answered_by').$type<PersonView>(),
    etaMinutes: integer('eta_minutes'),
    arrivedAt: timestamp('arrived_at', { withTimezone: true }),
    note: text(),
    version: integer().notNull(),
  },
  (t) => [uniqueIndex('called_post_once').on(t.incidentId, t.agency, t.post)],
)

/** The four 不 as set at each follow-up report; the newest counts. */
export const fourNotsSet = pgTable(
  'four_nots_set',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    at: timestamp({ withTimezone: true }).notNull(),
    by: jsonb().$type<PersonView>().notNull(),
    hotter: boolean().notNull(),
    spreading: boolean().notNull(),
    growing: boolean().notNull(),
    changing: boolean().notNull(),
    /** Since when each is happening without a break. */
    hotterSince: timestamp('hotter_since', { withTimezone: true }),
    spreadingSince: timestamp('spreading_since', { withTimezone: true }),
    growingSince: timestamp('growing_since', { withTimezone: true }),
    changingSince: timestamp('changing_since', { withTimezone: true }),
    evidence: text().notNull(),
  },
  (t) => [index('four_nots_of_incident').on(t.incidentId, t.at)],
)
