import { sql } from 'drizzle-orm'
import {
  bigint,
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
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import type { Occasion } from '#domain/paging/occasion.ts'
import type { Urgency } from '#domain/paging/urgency.ts'
import { alert } from './alert.ts'
import { channel } from './channel.ts'
import { contact } from './contact.ts'
import { incident } from './incident.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** How far a reader of the event log has come. */
export const logCursor = pgTable('log_cursor', {
  reader: text().primaryKey(),
  eventId: bigint('event_id', { mode: 'number' }).notNull(),
})

/** One person called once for one occasion; the promise to try the next channel lives in `next_try_at`. */
export const page = pgTable(
  'page',
  {
    id: uuid().primaryKey(),
    /** Incident or alert, occasion and contact: the same occasion pages a person once. */
    key: text().notNull(),
    incidentId: uuid('incident_id').references(() => incident.id),
    alertId: uuid('alert_id').references(() => alert.id),
    /** The agency that is asked for. */
    agency: text(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contact.id),
    occasion: text().$type<Occasion>().notNull(),
    /** Rung of the ladder; null when no ladder is climbed. */
    rung: integer(),
    /** Version of the alert when it was paged; the link that accepts carries it. */
    alertVersion: integer('alert_version'),
    /** Whether this person can accept, or is only told. */
    mayAccept: boolean('may_accept').notNull(),
    urgency: text().$type<Urgency>().notNull(),
    /** What the letter is written from: counts and places, never a post's text. */
    facts: jsonb().$type<Record<string, string | number | null>>().notNull(),
    /** What the storm has added meanwhile: how many posts the incident holds. */
    posts: integer().notNull().default(1),
    /** Short code for an answer by SMS. */
    code: text().notNull(),
    state: text({ enum: ['open', 'stopped', 'unreachable'] }).notNull(),
    beganAt: instant('began_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Index of the next try in the person's rules. */
    step: integer().notNull().default(0),
    nextTryAt: instant('next_try_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('page_once').on(t.key),
    index('page_due').on(t.nextTryAt).where(sql`${t.nextTryAt} is not null`),
    index('page_of_incident').on(t.incidentId),
    index('page_of_alert').on(t.alertId),
    index('page_code').on(t.code).where(sql`${t.state} = 'open'`),
  ],
)

/** One message to one gateway; its id is the key by which the gateway knows a repetition. */
export const message = pgTable(
  'message',
  {
    id: uuid().primaryKey(),
    /** Page and channel, or event and webhook: written once. */
    key: text().notNull(),
    pageId: uuid('page_id').references(() => page.id),
    kind: text().$type<ChannelKind>().notNull(),
    channelId: uuid('channel_id').references(() => channel.id),
    /** Body for a webhook; letters to people are written when they are sent. */
    payload: jsonb().$type<Record<string, unknown>>(),
    state: text({ enum: ['waiting', 'handed', 'failed', 'stopped'] }).notNull(),
    attempts: integer().notNull().default(0),
    nextTryAt: instant('next_try_at'),
    /** While a sender holds it; whoever finds it over takes it up again. */
    leasedUntil: instant('leased_until'),
    lastTriedAt: instant('last_tried_at'),
    handedAt: instant('handed_at'),
    problem: text(),
    createdAt: instant('created_at').notNull(),
    /** When the officer saw it on the own list. */
    seenAt: instant('seen_at'),
  },
  (t) => [
    uniqueIndex('message_once').on(t.key),
    index('message_due').on(t.nextTryAt).where(sql`${t.state} = 'waiting'`),
    index('message_of_page').on(t.pageId),
    index('message_tried').on(t.channelId, t.lastTriedAt),
  ],
)
