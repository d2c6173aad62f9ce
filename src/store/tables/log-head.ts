import { bigint, boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The last link of the log's chain, kept apart from the log so that a cut tail is noticed. One row. */
export const logHead = pgTable('log_head', {
  only: boolean().primaryKey().default(true),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})

/** A head that was, or is to be, told to an address outside. */
export const postedHead = pgTable('posted_head', {
  id: uuid().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
  takenAt: timestamp('taken_at', { withTimezone: true }).notNull(),
  /** The day in Shanghai it stands for; null when somebody asked for it. */
  day: text().unique(),
  attempts: integer().notNull().default(0),
  /** Null when there is nothing more to try. */
  nextTryAt: timestamp('next_try_at', { withTimezone: true }),
  postedAt: timestamp('posted_at', { withTimezone: true }),
  problem: jsonb().$type<{ code: string; details: Record<string, string | number> }>(),
})
