import type { AlertView } from '#contracts/views.ts'
import { latestSnooze, snoozeAlert as putOff } from '#domain/alert/snooze-alert.ts'
import type { Result } from '#domain/result.ts'
import { changeAlert } from './change-alert.ts'
import type { Context } from './context.ts'
import { readShiftEnds } from './shift-ends.ts'

/**
 * 稍后: the ladder waits until a named time; nothing is accepted by it.
 * Refusals: those of `changeAlert`, already_accepted { who, at }, already_snoozed, ladder_at_top,
 * snooze_past, snooze_too_long { latest }.
 */
export async function snoozeAlert(
  context: Context,
  { alertId, version, until }: { alertId: string; version: number; until: string },
): Promise<Result<AlertView>> {
  const { now } = context
  return changeAlert(
    context,
    { alertId, version },
    async ({ tx, routed: { alert, grade, danger }, by }) => {
      const shiftEndsAt = (await readShiftEnds(tx, now))(alert.agency, now)
      const latest = latestSnooze({ grade, danger, shiftEndsAt }, now)
      return putOff(alert, { by, until: new Date(until), latest }, now)
    },
    (alert, by) => ({ name: 'alert.snoozed', data: { alert, by, until } }),
  )
}
