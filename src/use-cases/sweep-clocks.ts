import { missStep } from '#domain/clock/missed-step.ts'
import { pauseBarred, resumeClock } from '#domain/clock/step-clock.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { ownersOfStep } from '#domain/incident/step-duty.ts'
import { isTerritory } from '#store/agencies.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { stepViewOf } from '#store/incident-view.ts'
import { endPause, lockBarredPauses, lockDueSteps, saveStep, saveSweptSteps } from '#store/steps.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

/** So many that a round with its events stays within 200 ms; the rest follows a second later. */
const batch = 200

/**
 * Calls the next rung for every clock that has run out, and ends pauses that may not be. Safe to run in several
 * processes at once.
 * @returns how many clocks called somebody.
 */
export async function sweepClocks(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const resumed = await endBarredPauses(context, tx)
    const due = await lockDueSteps(tx, context.now, batch)
    const missed = due.flatMap(({ clock, route, grade }) => {
      const told = missStep(clock, grade, context.now)
      return told ? [{ told, route, grade }] : []
    })
    await saveSweptSteps(
      tx,
      missed.map(({ told }) => told.clock),
    )
    const happened: Happened = missed.map(({ told, route, grade }) => {
      const { clock, first, groupLeader, proposesSupervision } = told
      const { incidentId, step } = clock
      const owners = ownersOfStep(step, { route, territories: route.filter(isTerritory) })
      const data = { incidentId, step: stepViewOf(clock), grade, rung: clock.rung ?? 0, owners }
      return {
        name: first ? 'step.missed' : 'step.escalated',
        data: { ...data, groupLeader, proposesSupervision },
        incidentId,
        route,
      }
    })
    await record(tx, [...resumed, ...happened], { at: context.now, actor: null })
    return happened.length
  })
}

/** A life is in danger, or the grade has risen to Ⅱ while going there was paused: nobody has to remember to resume. */
async function endBarredPauses(context: Context, tx: Transaction): Promise<Happened> {
  const { now } = context
  const happened: Happened = []
  for (const { clock, route, ...incident } of await lockBarredPauses(tx)) {
    const rule = pauseBarred(clock.step, { ...incident, lifeThreatened: isLifeThreatened(incident) })
    if (!rule) continue
    const resumed = resumeClock(clock, now)
    await saveStep(tx, resumed)
    await endPause(tx, clock, { at: now, by: null })
    const { incidentId, pauseReason: reason, pausedBy } = clock
    const seconds = resumed.pausedSeconds - clock.pausedSeconds
    const data = { incidentId, step: stepViewOf(resumed), by: null, reason, pausedBy, rule, seconds }
    happened.push({ name: 'step.resumed', data, incidentId, route })
  }
  return happened
}
