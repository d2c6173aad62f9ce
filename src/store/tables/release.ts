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
import type { ReleaseKind, ReleaseState, Signature } from '#domain/release/release.ts'
import { incident } from './incident.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** A request that only a second person may let go; one of a kind waits at a time for one incident. */
export const release = pgTable(
  'release',
  {
    id: uuid().primaryKey(),
    kind: text().$type<ReleaseKind>().notNull(),
    incidentId: uuid('incident_id')
      .notNull()
      .references(() => incident.id),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text().$type<ReleaseState>().notNull(),
    asked: jsonb().$type<Signature>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    decided: jsonb().$type<Signature>(),
    signBy: instant('sign_by'),
    countersigned: jsonb().$type<Signature>(),
    countersignAgrees: boolean('countersign_agrees'),
    unsignedToldAt: instant('unsigned_told_at'),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('release_waiting_once').on(t.incidentId, t.kind).where(sql`${t.state} = 'waiting'`),
    index('release_expiring').on(t.expiresAt).where(sql`${t.state} = 'waiting'`),
    index('release_unsigned').on(t.signBy).where(sql`${t.state} = 'broken' and ${t.countersigned} is null`),
    index('release_of_incident').on(t.incidentId),
  ],
)
