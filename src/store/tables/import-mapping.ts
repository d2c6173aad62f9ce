import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Which column of a sender's exports holds what, as an officer set it last. */
export const importMapping = pgTable('import_mapping', {
  sender: text().primaryKey(),
  mapping: jsonb().$type<Record<string, string>>().notNull(),
  savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
})
