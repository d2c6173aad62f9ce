import type { UserView } from '#contracts/account.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { listUsers as rowsOfUsers, type UserRow } from '#store/users.ts'
import type { Context } from './context.ts'

/** Every account, by user name; without anything a password could be guessed from. */
export async function listUsers(context: Context): Promise<Result<UserView[]>> {
  const allowed = may(context.actor, 'manage_users')
  if (!allowed.ok) return allowed
  return ok((await rowsOfUsers(context.db)).map(toView))
}

function toView(row: UserRow): UserView {
  const { id, username, post, role, agency, territory, mustChangePassword } = row
  const [disabledAt, createdAt] = [row.disabledAt?.toISOString() ?? null, row.createdAt.toISOString()]
  return { id, username, post, role, agency, territory, mustChangePassword, disabledAt, createdAt }
}
