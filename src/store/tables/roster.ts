import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { HandoverSheetView } from '#contracts/roster.ts'
import type { PersonView } from '#contracts/views.ts'
import type { Holder } from '#domain/alert/alert.ts'
import type { HandoverState } from '#domain/roster/shift-handover.ts'
import { agency } from './agency.ts'
import { user } from './auth.ts'
import { contact } from './contact.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** One saving of the roster: who changed which days, and why. Append-only. */
export const rosterChange = pgTable('roster_change', {
  version: integer().primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  by: jsonb().$type<PersonView>(),
  why: text().notNull(),
  agencies: text().array().notNull(),
  firstDay: date('first_day').notNull(),
  lastDay: date('last_day').notNull(),
  added: integer().notNull(),
  ended: integer().notNull(),
})

/** 值班表: one turn of an agency; one that was replaced stays, with the change that ended it. */
export const rosterTurn = pgTable(
  'roster_turn',
  {
    id: uuid().primaryKey(),
    agency: text()
      .notNull()
      .references(() => agency.key),
    day: date().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    dutyId: uuid('duty_id')
      .notNull()
      .references(() => contact.id),
    substituteId: uuid('substitute_id').references(() => contact.id),
    addedIn: integer('added_in')
      .notNull()
      .references(() => rosterChange.version),
    endedIn: integer('ended_in').references(() => rosterChange.version),
  },
  (t) => [
    index('roster_turn_standing').on(t.endsAt).where(sql`${t.endedIn} is null`),
    index('roster_turn_of_day').on(t.agency, t.day),
  ],
)

/** 交接班: a whole shift offered to the coming officer; one at a time waits in an agency. */
export const shiftHandover = pgTable(
  'shift_handover',
  {
    id: uuid().primaryKey(),
    agency: text()
      .notNull()
      .references(() => agency.key),
    state: text().$type<HandoverState>().notNull(),
    shiftEndsAt: instant('shift_ends_at').notNull(),
    by: jsonb().$type<Holder>().notNull(),
    byId: text('by_id')
      .notNull()
      .references(() => user.id),
    to: jsonb().$type<Holder>().notNull(),
    toId: text('to_id')
      .notNull()
      .references(() => user.id),
    note: text().notNull(),
    offeredAt: instant('offered_at').notNull(),
    decidedAt: instant('decided_at'),
    reason: text(),
    /** What was handed over, as it stood when it was signed. */
    sheet: jsonb().$type<HandoverSheetView>(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('shift_handover_open_once').on(t.agency).where(sql`${t.state} = 'offered'`),
    index('shift_handover_of').on(t.agency, t.offeredAt),
  ],
)
