import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The hour in which an account last opened the posts of an incident; of each hour the log is told once. */
export const textRead = pgTable(
  'text_read',
  {
    userId: text('user_id').notNull(),
    incidentId: uuid('incident_id').notNull(),
    hour: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.incidentId] })],
)
