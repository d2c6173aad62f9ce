import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Last sign of life of each process, so that health does not depend on Redis. */
export const heartbeat = pgTable('heartbeat', {
  name: text().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
})
