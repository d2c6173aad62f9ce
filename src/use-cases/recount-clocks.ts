import { recountClock } from '#domain/clock/step-clock.ts'
import { record } from '#store/event-log.ts'
import { stepViewOf } from '#store/incident-view.ts'
import { lockOutdatedSteps, saveStep } from '#store/steps.ts'
import { refreshWorkingCalendar } from '#store/working-calendar.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

const batch = 500

/**
 * Counts open working-day clocks anew that were counted by an older calendar, and tells each that moved, from when to
 * when. A clock started meanwhile by a process that had not heard of the change is found by its version too.
 * @returns how many were looked at.
 */
export async function recountClocks(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const calendar = await refreshWorkingCalendar(tx)
    const outdated = await lockOutdatedSteps(tx, calendar.version, batch)
    const happened: Happened = []
    for (const { clock, route } of outdated) {
      const recounted = recountClock(clock, calendar)
      await saveStep(tx, recounted)
      if (recounted.version === clock.version) continue
      const { incidentId } = clock
      const [from, to] = [clock.dueAt.toISOString(), recounted.dueAt.toISOString()]
      const data = { incidentId, step: stepViewOf(recounted), from, to, rule: 'calendar' as const }
      happened.push({ name: 'step.moved', data, incidentId, route })
    }
    await record(tx, happened, { at: context.now, actor: null })
    return outdated.length
  })
}
