import { integer, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Open incidents proposed anew after other grade rules came into force, as far as that has come; one row an edition. */
export const regrading = pgTable('regrading', {
  /** Of the edition. */
  version: integer().primaryKey(),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
  /** The incident looked at last; the next batch goes on behind it. */
  afterId: uuid('after_id'),
  looked: integer().notNull(),
  changed: integer().notNull(),
  finishedAt: timestamp('finished_at', { withTimezone: true }),
})
