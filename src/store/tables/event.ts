import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'

/** The append-only log: timeline, audit trail and the feed of every screen. */
export const event = pgTable(
  'event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    data: jsonb().notNull(),
    incidentId: uuid('incident_id'),
    /** Keys of the agencies on the incident's route; null when it is about no incident. */
    route: text().array(),
    actor: jsonb().$type<PersonView>(),
    /** Place in the chain, counted without gaps from 1; ids may skip. */
    seq: bigint({ mode: 'number' }).notNull().unique(),
    /** Hash of the event before; 64 zeros for the first. */
    prevHash: text('prev_hash').notNull(),
    /** SHA-256 over this event and the hash before (domain/audit/chain.ts). */
    hash: text().notNull(),
  },
  (t) => [index('event_of_incident').on(t.incidentId, t.id)],
)
