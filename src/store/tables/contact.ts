import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PersonView } from '#contracts/views.ts'
import type { ContactRung } from '#domain/contact/contact-rung.ts'
import type { AddressedChannel, PersonalChannel } from '#domain/paging/channel-kind.ts'
import type { PersonalRules, QuietHours } from '#domain/paging/personal-rules.ts'
import { agency } from './agency.ts'
import { user } from './auth.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** A post in the contact book, by the rung it is called on; no human's name is asked. */
export const contact = pgTable(
  'contact',
  {
    id: uuid().primaryKey(),
    /** Null for the leader of the group, who stands above the agencies. */
    agency: text().references(() => agency.key),
    rung: text().$type<ContactRung>().notNull(),
    post: text().notNull(),
    userId: text('user_id').references(() => user.id),
    /** Telephone numbers and the like: shown to the office alone, in no event and no log. */
    addresses: jsonb().$type<Partial<Record<AddressedChannel, string>>>().notNull(),
    /** Null: the default rules. */
    rules: jsonb().$type<Partial<PersonalRules>>(),
    quiet: jsonb().$type<QuietHours>(),
    position: integer().notNull().default(0),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [index('contact_on_rung').on(t.agency, t.rung)],
)

/** 试呼记录: when a post was called to see whether it answers. */
export const contactTest = pgTable(
  'contact_test',
  {
    id: uuid().primaryKey(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contact.id),
    channel: text().$type<PersonalChannel>().notNull(),
    at: instant('at').notNull(),
    outcome: text({ enum: ['answered', 'no_answer', 'wrong_address'] }).notNull(),
    note: text().notNull().default(''),
    by: jsonb().$type<PersonView>().notNull(),
  },
  (t) => [index('contact_test_of').on(t.contactId, t.at)],
)

/** A browser that lets us push to it; its keys are worth nothing without ours. */
export const pushSubscription = pgTable(
  'push_subscription',
  {
    endpoint: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('push_subscription_of').on(t.userId)],
)
