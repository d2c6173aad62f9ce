import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { removeOwnDay } from '#store/working-calendar.ts'
import type { Context } from './context.ts'
import { turnCalendar } from './turn-calendar.ts'

/** Takes back what the office had said of a single day. Refusals: no_such_day, not_signed_in, role_may_not. */
export async function removeDay(context: Context, { day }: { day: string }): Promise<Result<true>> {
  const allowed = may(context.actor, 'manage_calendar')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    if (!(await removeOwnDay(tx, day))) return refusal('no_such_day')
    await turnCalendar(context, tx, { what: 'day_removed', subject: day, reason: '' })
    return ok(true)
  })
}
