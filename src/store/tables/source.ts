import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ProblemView, SilenceView } from '#contracts/views.ts'
import type { Channel, SourceKind } from '#domain/post/post.ts'
import type { PollingMemory } from '#domain/source/polling.ts'

export const source = pgTable(
  'source',
  {
    id: uuid().primaryKey(),
    kind: text().$type<SourceKind>().notNull(),
    channel: text().$type<Channel>().notNull(),
    name: text().notNull(),
    url: text(),
    /** What its kind needs to know beside the address; may hold a password, so no view carries it. */
    config: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    intervalSeconds: integer('interval_seconds'),
    pausedAt: timestamp('paused_at', { withTimezone: true }),
    removedAt: timestamp('removed_at', { withTimezone: true }),
    etag: text(),
    lastModified: text('last_modified'),
    lastSuccessAt: timestamp('last_success_at', { withTimezone: true }),
    lastItemAt: timestamp('last_item_at', { withTimezone: true }),
    lastErrorAt: timestamp('last_error_at', { withTimezone: true }),
    lastError: jsonb('last_error').$type<ProblemView>(),
    warnings: jsonb().$type<ProblemView[]>().notNull().default([]),
    itemsSeen: integer('items_seen').notNull().default(0),
    itemsFlagged: integer('items_flagged').notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** The promise to ask again; null is due at once. */
    nextPollAt: timestamp('next_poll_at', { withTimezone: true }),
    /** Null until it was asked for the first time. */
    polling: jsonb().$type<PollingMemory>(),
    /** When it last brought something new, whatever date that bears. */
    lastHeardAt: timestamp('last_heard_at', { withTimezone: true }),
    /** Since when a talkative source has been quiet beyond its rhythm; null while it speaks. */
    fellSilentAt: timestamp('fell_silent_at', { withTimezone: true }),
    silence: jsonb().$type<SilenceView>(),
  },
  (t) => [
    uniqueIndex('source_name_in_use').on(t.name).where(sql`${t.removedAt} is null`),
    uniqueIndex('source_url_in_use').on(t.url).where(sql`${t.removedAt} is null`),
  ],
)
