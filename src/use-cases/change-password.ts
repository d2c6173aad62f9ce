import type { ChangePassword } from '#contracts/account.ts'
import { passwordLength } from '#domain/account.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { hashOf, isPasswordOf } from '#platform/password.ts'
import { endSessions, passwordHashOf, replacePassword, updateUser } from '#store/users.ts'
import type { Context } from './context.ts'

/** Replaces one's own password and signs out every other device; `keepToken` names the one that asks. */
export async function changePassword(
  context: Context,
  { currentPassword, newPassword, keepToken }: ChangePassword & { keepToken: string | null },
): Promise<Result<true>> {
  const { actor, db, now } = context
  if (actor.kind !== 'person') return refusal('role_may_not')
  if (newPassword.length < passwordLength.min)
    return refusal('password_too_short', { min: passwordLength.min })
  if (newPassword.length > passwordLength.max)
    return refusal('password_too_long', { max: passwordLength.max })
  if (newPassword === currentPassword) return refusal('password_unchanged')
  const current = await passwordHashOf(db, actor.id)
  if (current === null || !(await isPasswordOf(current, currentPassword))) return refusal('password_wrong')
  const hash = await hashOf(newPassword)
  await db.transaction(async (tx) => {
    await replacePassword(tx, actor.id, hash, now)
    await updateUser(tx, actor.id, { mustChangePassword: false }, now)
    await endSessions(tx, actor.id, keepToken)
  })
  return ok(true)
}
