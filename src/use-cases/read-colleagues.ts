import type { ColleagueView } from '#contracts/lease.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { listUsers } from '#store/users.ts'
import type { Context } from './context.ts'

/** Who of the actor's own agency can take a duty over. Refusals: role_may_not, not_your_agency. */
export async function readColleagues(context: Context): Promise<Result<ColleagueView[]>> {
  const { actor, db } = context
  if (actor.kind !== 'person' || !actor.agency) return refusal('role_may_not')
  const { agency } = actor
  const allowed = may(actor, 'accept_alert', { agency })
  if (!allowed.ok) return allowed
  const able = (await listUsers(db)).filter(
    (user) =>
      user.id !== actor.id &&
      !user.disabledAt &&
      user.agency === agency &&
      may({ ...actor, role: user.role, territory: user.territory }, 'accept_alert', { agency }).ok,
  )
  return ok(able.map(({ id, post }) => ({ id, post })))
}
