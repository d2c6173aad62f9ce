import type { AddUser, NewCredentials } from '#contracts/account.ts'
import { kindsOf, settlePosting } from '#domain/account.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { hashOf, newPassword } from '#platform/password.ts'
import { listAgencies } from '#store/agencies.ts'
import { record } from '#store/event-log.ts'
import { insertUser } from '#store/users.ts'
import { type Context, recordedActor } from './context.ts'

/** Opens an account for a duty post. Its first password is in the answer that one time and nowhere else. */
export async function addUser(context: Context, wanted: AddUser): Promise<Result<NewCredentials>> {
  const allowed = may(context.actor, 'manage_users')
  if (!allowed.ok) return allowed
  const posting = settlePosting(wanted, kindsOf(await listAgencies(context.db)))
  if (!posting.ok) return posting
  const { role, agency, territory, post } = posting.value
  const password = newPassword()
  const id = context.newId()
  const fresh = {
    id,
    username: wanted.username,
    ...{ role, agency, territory, post },
    passwordHash: await hashOf(password),
    // Nobody sits at a wall to choose a password.
    mustChangePassword: role !== 'wall',
  }
  return context.db.transaction(async (tx) => {
    if (!(await insertUser(tx, fresh, context.now))) {
      return refusal('username_taken', { username: wanted.username })
    }
    const added = {
      name: 'user.added',
      data: { userId: id, role, agency },
      incidentId: null,
      route: null,
    } as const
    await record(tx, [added], { at: context.now, actor: recordedActor(context) })
    return ok({ userId: id, username: wanted.username.toLowerCase(), password })
  })
}
