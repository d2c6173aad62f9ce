import type { z } from 'zod'
import type { listTasks as asked } from '#contracts/api/tasks.ts'
import { mayByScope } from '#domain/api/api-key.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { apiTaskOf } from '#store/api-view.ts'
import { tasksOfAgency } from '#store/tasks.ts'
import type { Context } from './context.ts'

type Wanted = z.output<typeof asked.query>
type Listed = z.output<typeof asked.answer>

/** Open tasks the key's agency has to do, or has given to others, the nearest first. Refusals: role_may_not, scope_missing. */
export async function listTasks(context: Context, { role, incidentId }: Wanted): Promise<Result<Listed>> {
  const { actor, db } = context
  if (actor.kind !== 'api_key') return refusal('role_may_not')
  const allowed = mayByScope(actor, 'see_handling', false)
  if (!allowed.ok) return allowed
  const { agency } = actor
  const tasks = (await tasksOfAgency(db, agency)).filter((one) => {
    if (incidentId && one.incidentId !== incidentId) return false
    if (role === 'doing') return one.agency === agency
    return role === undefined || one.assignedBy.agency === agency
  })
  return ok({ tasks: tasks.map(apiTaskOf) })
}
