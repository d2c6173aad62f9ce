import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { ProceedingKind } from '#domain/proceeding/proceeding.ts'
import { incident } from './incident.ts'

/** What goes its way before arbitrators or a court. */
export const proceeding = pgTable(
  'proceeding',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    kind: text().$type<ProceedingKind>().notNull(),
    /** 嘉兴市劳动人事争议仲裁委员会 … */
    body: text().notNull(),
    greenChannel: boolean('green_channel').notNull(),
    dates: jsonb().$type<Record<string, string>>().notNull(),
    /** Last day of the first limit nobody was told of; null where none runs. */
    dueOn: date('due_on'),
    at: timestamp({ withTimezone: true }).notNull(),
    by: jsonb().$type<PersonView>().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('proceeding_of_incident').on(t.incidentId),
    index('proceeding_due').on(t.dueOn).where(sql`${t.dueOn} is not null`),
  ],
)

/** Workers sent on to legal aid, as a number and never by name (法律援助法 art. 42: no means test for wages). */
export const legalAid = pgTable(
  'legal_aid',
  {
    id: uuid().primaryKey(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    centre: text().notNull(),
    people: integer().notNull(),
    referredOn: date('referred_on').notNull(),
    acceptedOn: date('accepted_on'),
    by: jsonb().$type<PersonView>().notNull(),
  },
  (t) => [index('legal_aid_of_incident').on(t.incidentId)],
)
