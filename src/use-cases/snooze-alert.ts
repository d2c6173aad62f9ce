import type { AlertView } from '#contracts/views.ts'
import { latestSnooze, snoozeAlert as putOff } from '#domain/alert/snooze-alert.ts'
import { shiftEnd } from '#domain/clock/shifts.ts'
import type { Result } from '#domain/result.ts'
import { shifts } from '#store/shifts.ts'
import { changeAlert } from './change-alert.ts'
import type { Context } from './context.ts'

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
    ({ routed: { alert, grade, danger }, by }) => {
      const latest = latestSnooze({ grade, danger, shiftEndsAt: shiftEnd(now, shifts) }, now)
      return putOff(alert, { by, until: new Date(until), latest }, now)
    },
    (alert, by) => ({ name: 'alert.snoozed', data: { alert, by, until } }),
  )
}
