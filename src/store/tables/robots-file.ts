import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** What a server's robots.txt said, kept a day for all processes. */
export const robotsFile = pgTable('robots_file', {
  origin: text().primaryKey(),
  rules: text().notNull(),
  status: integer().notNull(),
  fetchedAt: timestamp('fetched_at', { withTimezone: true }).notNull(),
})
