import { z } from 'zod'
import { passwordLength } from '#domain/account.ts'
import { instant } from './views.ts'

/** What can be typed on any keyboard of a duty room. Upper and lower case are the same name. */
export const username = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9._-]{1,39}$/)

export const role = z.enum(['wall', 'duty', 'leader', 'office', 'admin'])

const post = z.string().trim().min(1).max(40)
const agencyKey = z.string().min(1).max(40).nullable()

export const addUser = z.object({ username, post, role, agency: agencyKey, territory: agencyKey })
export type AddUser = z.infer<typeof addUser>

/** Only what is present changes. */
export const changeUser = z.object({
  userId: z.string().min(1).max(64),
  post: post.optional(),
  role: role.optional(),
  agency: agencyKey.optional(),
  territory: agencyKey.optional(),
  disabled: z.boolean().optional(),
  /** Replaces the password by a new random one, shown once. */
  resetPassword: z.boolean().optional(),
})
export type ChangeUser = z.infer<typeof changeUser>

export const changePassword = z.object({
  currentPassword: z.string().max(passwordLength.max),
  newPassword: z.string().max(passwordLength.max * 4),
})
export type ChangePassword = z.infer<typeof changePassword>

export const userView = z.object({
  id: z.string(),
  username: z.string(),
  post: z.string(),
  role,
  agency: z.string().nullable(),
  territory: z.string().nullable(),
  disabledAt: instant.nullable(),
  mustChangePassword: z.boolean(),
  createdAt: instant,
})
export type UserView = z.infer<typeof userView>

/** A password in plain words, on its only way out. */
export const newCredentials = z.object({ userId: z.string(), username: z.string(), password: z.string() })
export type NewCredentials = z.infer<typeof newCredentials>
