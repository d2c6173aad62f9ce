import type { ChangeUser } from '#contracts/account.ts'
import { kindsOf, mayChangeAccount, settlePosting } from '#domain/account.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { hashOf, newPassword } from '#platform/password.ts'
import { listAgencies } from '#store/agencies.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import {
  endSessions,
  lockAdministrators,
  lockUser,
  replacePassword,
  type UserRow,
  updateUser,
} from '#store/users.ts'
import { type Context, recordedActor } from './context.ts'

export type ChangedUser = {
  /** Present once, after a reset. */
  password: string | null
}

/**
 * Moves, disables, enables or resets an account. Whoever is disabled, given another role or another password
 * is signed out everywhere in the same transaction.
 */
export async function changeUser(context: Context, change: ChangeUser): Promise<Result<ChangedUser>> {
  const allowed = may(context.actor, 'manage_users')
  if (!allowed.ok) return allowed
  const password = change.resetPassword ? newPassword() : null
  const hash = password && (await hashOf(password))
  return context.db.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const account = await lockUser(tx, change.userId)
    if (!account) return refusal('user_unknown')
    const decided = await decide(tx, context, account, change, administrators)
    if (!decided.ok) return decided
    const row = decided.value
    await updateUser(
      tx,
      account.id,
      hash ? { ...row, mustChangePassword: row.role !== 'wall' } : row,
      context.now,
    )
    if (hash) await replacePassword(tx, account.id, hash, context.now)
    if (hash || row.disabledAt || row.role !== account.role) await endSessions(tx, account.id, null)
    const data = { userId: account.id, disabled: row.disabledAt !== null }
    const changed = { name: 'user.changed', data, incidentId: null, route: null } as const
    await record(tx, [changed], { at: context.now, actor: recordedActor(context) })
    return ok({ password })
  })
}

async function decide(
  tx: Transaction,
  { actor, now }: Context,
  account: UserRow,
  change: ChangeUser,
  administrators: string[],
) {
  const { userId: _, resetPassword: __, disabled, ...posting } = change
  const asker = actor.kind === 'person' ? actor.id : null
  const standing = { id: account.id, role: account.role, disabled: account.disabledAt !== null }
  const safe = mayChangeAccount(standing, { ...posting, disabled }, asker, administrators)
  if (!safe.ok) return safe
  const { role, agency, territory, post } = { ...account, ...posting }
  // An officer moved out of a territory's own office is not confined to it any longer.
  const left = posting.agency !== undefined && posting.territory === undefined && territory === account.agency
  const wanted = { role, agency, territory: left ? null : territory, post }
  const settled = settlePosting(wanted, kindsOf(await listAgencies(tx)))
  if (!settled.ok) return settled
  const disabledAt =
    disabled === undefined ? account.disabledAt : disabled ? (account.disabledAt ?? now) : null
  return ok({ ...settled.value, disabledAt })
}
