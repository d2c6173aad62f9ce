import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { Role } from '#domain/permission.ts'
import { agency } from './agency.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

/** A duty post that can sign in. `name` holds the post (宣传部值班员): no human's name is asked. */
export const user = pgTable(
  'user',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** Asked by the sign-in library only; always `<username>@anxin.invalid`, never written to. */
    email: text().notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    /** Lower case; what is compared when signing in. */
    username: text().notNull().unique(),
    displayUsername: text('display_username'),
    role: text().$type<Role>().notNull(),
    agency: text().references(() => agency.key),
    territory: text().references(() => agency.key),
    /** The duty post as screens and the log show it. */
    post: text().notNull(),
    disabledAt: instant('disabled_at'),
    mustChangePassword: boolean('must_change_password').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [check('user_role', sql`${t.role} in ('wall', 'duty', 'leader', 'office', 'admin')`)],
)

export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('session_of_user').on(t.userId)],
)

/** How a user proves who they are; today only a password (`providerId` credential). */
export const account = pgTable(
  'account',
  {
    id: text().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    /** scrypt, salted. */
    password: text(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('account_of_user').on(t.userId)],
)

/** Short-lived proofs of the sign-in library; unused until mail or a second factor is set up. */
export const verification = pgTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verification_identifier').on(t.identifier)],
)
