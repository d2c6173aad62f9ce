import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { source } from './source.ts'

/** A WebSub hub that promised to push a feed; without news of it polling goes on as before. */
export const hubSubscription = pgTable('hub_subscription', {
  sourceId: uuid('source_id')
    .primaryKey()
    .references(() => source.id, { onDelete: 'cascade' }),
  hub: text().notNull(),
  topic: text().notNull(),
  /** The last part of the callback address, which nobody else can guess. */
  token: text().notNull().unique(),
  /** Signs every push; never shown. */
  secret: text().notNull(),
  state: text({ enum: ['asked', 'verified', 'denied', 'failed'] }).notNull(),
  problem: text(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  /** When the hub is asked next: a renewal, or another attempt. */
  askAgainAt: timestamp('ask_again_at', { withTimezone: true }).notNull(),
  leaseUntil: timestamp('lease_until', { withTimezone: true }),
  lastPushAt: timestamp('last_push_at', { withTimezone: true }),
  /** When polling last found something the hub should have pushed. */
  missedAt: timestamp('missed_at', { withTimezone: true }),
})
