import type { DayKind } from '#domain/clock/working-days.ts'
import { isWorkingDay } from '#domain/clock/working-days.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { loadCalendar, saveOwnDay } from '#store/working-calendar.ts'
import { type Context, recordedActor } from './context.ts'
import { turnCalendar } from './turn-calendar.ts'

/** So far ahead a single day makes sense. */
const yearsAhead = 2

/**
 * The office says of a single day that it is off or worked, with a reason.
 * Refusals: day_is_so { day }, day_out_of_range { day }, not_signed_in, role_may_not.
 */
export async function enterDay(
  context: Context,
  { day, kind, reason }: { day: string; kind: DayKind; reason: string },
): Promise<Result<true>> {
  const allowed = may(context.actor, 'manage_calendar')
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  const years = Number(day.slice(0, 4)) - context.now.getUTCFullYear()
  if (years < -1 || years > yearsAhead) return refusal('day_out_of_range', { day })
  return context.db.transaction(async (tx) => {
    const before = await loadCalendar(tx, 0)
    if (isWorkingDay(before, day) === (kind === 'work')) return refusal('day_is_so', { day })
    const why = maskPersonalData(reason)
    await saveOwnDay(tx, { day, kind, reason: why, by, at: context.now })
    await turnCalendar(context, tx, { what: 'day', subject: day, reason: why })
    return ok(true)
  })
}
