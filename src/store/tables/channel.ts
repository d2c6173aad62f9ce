import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import { agency } from './agency.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** A gateway that has been set up, with what it last answered. */
export const channel = pgTable(
  'channel',
  {
    id: uuid().primaryKey(),
    kind: text().$type<ChannelKind>().notNull(),
    name: text().notNull(),
    /** Whose it is; null: for every agency that has none of its own. */
    agency: text().references(() => agency.key),
    /** As its kind's schema says. Secrets are in here, so no view carries it. */
    settings: jsonb().$type<Record<string, unknown>>().notNull(),
    enabled: boolean().notNull().default(true),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
    lastHandedAt: instant('last_handed_at'),
    lastFailedAt: instant('last_failed_at'),
    lastProblem: text('last_problem'),
    /** Failures in a row; 0 after each success. */
    strikes: integer().notNull().default(0),
  },
  (t) => [index('channel_of_kind').on(t.kind)],
)

/** What the house needs to be recognised by outside and must never change: the keys of Web Push, tokens of its feeds. */
export const houseKey = pgTable('house_key', {
  name: text().primaryKey(),
  value: jsonb().$type<Record<string, string>>().notNull(),
  createdAt: instant('created_at').notNull(),
})
