import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { ApiScope } from '#domain/api/scope.ts'
import { agency } from './agency.ts'

/** A program that speaks for an agency. Only the hash of its secret is kept; the id is the shown beginning. */
export const apiKey = pgTable('api_key', {
  id: text().primaryKey(),
  hash: text().notNull().unique(),
  name: text().notNull(),
  agency: text()
    .notNull()
    .references(() => agency.key),
  scopes: text().array().$type<ApiScope[]>().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  createdBy: jsonb('created_by').$type<PersonView>(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
  /** To the minute. */
  lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
})

/** What a key was answered under an idempotency key, for a day; `status` is null while it is being carried out. */
export const apiAnswer = pgTable(
  'api_answer',
  {
    keyId: text('key_id')
      .notNull()
      .references(() => apiKey.id),
    idempotencyKey: text('idempotency_key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer(),
    body: jsonb(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.idempotencyKey] }), index('api_answer_at').on(t.at)],
)

/** An address of an agency's own system that wants to be told of events; whatever the agency may not hear stays away. */
export const webhook = pgTable(
  'webhook',
  {
    id: uuid().primaryKey(),
    url: text().notNull(),
    /** Signs every delivery, so it is kept as it is. */
    secret: text().notNull(),
    /** Names of events; empty: all that a program may hear. */
    events: text().array().notNull(),
    agency: text()
      .notNull()
      .references(() => agency.key),
    keyId: text('key_id')
      .notNull()
      .references(() => apiKey.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (t) => [index('webhook_of_agency').on(t.agency).where(sql`${t.removedAt} is null`)],
)
