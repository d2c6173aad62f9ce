import { doublePrecision, integer, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import { source } from './source.ts'

/** What each source brought in each hour, and whether it was listened to; folded into its rhythm, then dropped. */
export const sourceHour = pgTable(
  'source_hour',
  {
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id, { onDelete: 'cascade' }),
    hour: timestamp({ withTimezone: true }).notNull(),
    seen: integer().notNull().default(0),
    flagged: integer().notNull().default(0),
    /** More than none when the source could be read, or pushed by its hub; of hotlines it means nothing. */
    polls: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.hour] })],
)

/** How a source usually speaks: 168 hours of the week from Monday 00:00 in Asia/Shanghai, faded. */
export const sourceRhythm = pgTable('source_rhythm', {
  sourceId: uuid('source_id')
    .primaryKey()
    .references(() => source.id, { onDelete: 'cascade' }),
  posts: doublePrecision().array().notNull(),
  hours: doublePrecision().array().notNull(),
  /** Items the present gap, and the widest lately, would have held. */
  gap: doublePrecision().notNull().default(0),
  widestGap: doublePrecision('widest_gap').notNull().default(0),
  learntUntil: timestamp('learnt_until', { withTimezone: true }).notNull(),
})
