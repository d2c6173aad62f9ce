import { limitOf } from '#domain/clock/limits.ts'
import { nextRound, type StepClock, startClock } from '#domain/clock/step-clock.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { fullIncident } from '#store/incidents.ts'
import {
  endPausesOf,
  insertSteps,
  lockSteps,
  saveStep,
  stopSteps,
  withdrawFinalReport,
} from '#store/steps.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import { limitsInForce } from './assess-incident.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

/**
 * Once an incident has been saved as closed its clocks call nobody any more, and its final report falls due.
 * Returns what is to be recorded after the closing itself.
 */
export async function closeClocks(
  context: Context,
  tx: Transaction,
  { id, grade, route }: Incident,
): Promise<Happened> {
  const { now } = context
  await stopSteps(tx, [id])
  await endPausesOf(tx, id, now)
  const limit = limitOf(grade, 'final_report', limitsInForce(now))
  if (!limit) return []
  await insertSteps(tx, [startClock(id, { step: 'final_report', limit }, now, workingCalendar())])
  const incident = incidentViewOf(await fullIncident(tx, id))
  return [{ name: 'step.started', data: { incident, step: 'final_report' }, incidentId: id, route }]
}

/** Steps that say nothing any more once unpaid wages are claimed again. */
const claimedAgain: ReadonlySet<string> = new Set(['facts_verified', 'paid_or_planned'])

/**
 * What was resolved has come back: open clocks run on from now, the facts and the payment are owed anew, the final
 * report waits for the next closing. What else was done stays done.
 */
export function reopenedClocks({ now }: Context, clocks: StepClock[], incident: Incident): StepClock[] {
  const calendar = workingCalendar()
  return clocks
    .filter(({ step }) => step !== 'final_report')
    .map((clock) => {
      if (clock.doneAt && !claimedAgain.has(clock.step)) return clock
      const limit = limitOf(incident.grade, clock.step, limitsInForce(now)) ?? clock.limit
      const fresh = startClock(incident.id, { step: clock.step, limit }, now, calendar)
      const next = nextRound(clock, fresh)
      return clock.doneAt ? next : { ...next, round: clock.round }
    })
}

/** The same for an incident that somebody opens again by hand. */
export async function reopenClocks(context: Context, tx: Transaction, incident: Incident): Promise<void> {
  await withdrawFinalReport(tx, incident.id)
  const clocks = await lockSteps(tx, incident.id)
  for (const clock of reopenedClocks(context, clocks, incident)) await saveStep(tx, clock)
}
