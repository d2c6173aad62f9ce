import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Channel, FlagReason, PostFacts, PostLabel } from '#domain/post/post.ts'
import { incident } from './incident.ts'
import { source } from './source.ts'

/** All that remains of a post that is not about arrears: its fingerprint, source and time. */
export const seenPost = pgTable(
  'seen_post',
  {
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    fingerprint: text().notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.fingerprint] })],
)

export type JoinReason = { rule: string; facts: Record<string, string | number> }

/** A post that is, or may be, about arrears: masked before it came here, without its author. */
export const post = pgTable(
  'post',
  {
    id: uuid().primaryKey(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    fingerprint: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    url: text(),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    /** Masked title and text in one string, as the spans count. */
    body: text().notNull(),
    headline: text().notNull(),
    label: text().$type<PostLabel>().notNull(),
    score: real().notNull(),
    flagged: boolean().notNull(),
    reasons: jsonb().$type<FlagReason[]>().notNull(),
    facts: jsonb().$type<PostFacts>().notNull(),
    /**
     * waiting: to be correlated · joined · review: a person must look · elsewhere: out of area ·
     * judged: a person said it is no claim, and may take that back for some seconds before the text goes
     */
    state: text({ enum: ['waiting', 'joined', 'review', 'elsewhere', 'judged'] }).notNull(),
    incidentId: uuid('incident_id').references(() => incident.id),
    /** Near-duplicate keys, held by the few posts of an incident that differ from each other; derived, rebuildable. */
    bands: integer().array(),
    joinReason: jsonb('join_reason').$type<JoinReason>(),
    attempts: integer().notNull().default(0),
    /** How often it was seen and passed on, as a data vendor counts; null where nobody counts. By whom is never kept. */
    views: integer(),
    reposts: integer(),
    /** A post that failed waits until then, so that it cannot hold up the others. */
    notBefore: timestamp('not_before', { withTimezone: true }),
  },
  (t) => [
    index('post_waiting').on(t.receivedAt).where(sql`${t.state} = 'waiting'`),
    index('post_of_incident').on(t.incidentId, t.receivedAt),
    index('post_near').using('gin', t.bands).where(sql`${t.bands} is not null`),
    index('post_counted')
      .on(t.sourceId, t.fingerprint)
      .where(sql`${t.views} is not null or ${t.reposts} is not null`),
    index('post_reach').on(t.incidentId).where(sql`${t.views} is not null or ${t.reposts} is not null`),
    index('post_told').on(t.incidentId).where(sql`${t.bands} is not null`),
  ],
)
