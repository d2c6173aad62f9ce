import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { source } from './source.ts'

/** A sender of hotline calls. The secret stays readable because an HMAC needs it on both sides. */
export const hotlineKey = pgTable('hotline_key', {
  id: text().primaryKey(),
  name: text().notNull(),
  secret: text().notNull(),
  sourceId: uuid('source_id')
    .notNull()
    .references(() => source.id),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
})

/** What was promised to the sender: the same id is always answered with the same receipt. */
export const hotlineReceipt = pgTable(
  'hotline_receipt',
  {
    keyId: text('key_id')
      .notNull()
      .references(() => hotlineKey.id),
    /** SHA-256 of the sender's own id, which may be somebody's number. */
    idHash: text('id_hash').notNull(),
    receipt: text().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.idHash] })],
)
