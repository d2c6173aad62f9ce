import type { StepClock } from '#domain/clock/step-clock.ts'
import type { Transaction } from '#store/database.ts'
import { endPausesOf, hastenSteps, saveStep, stopSteps } from '#store/steps.ts'

/**
 * When two incidents become one: of two clocks the nearer counts, and what is done is done. The clocks of the incident
 * that ends call nobody any more.
 */
export async function carrySteps(
  tx: Transaction,
  clocks: StepClock[],
  otherId: string,
  intoId: string,
  now: Date,
): Promise<void> {
  const own = new Map(
    clocks.filter(({ incidentId }) => incidentId === intoId).map((clock) => [clock.step, clock]),
  )
  const theirs = clocks
    .filter(({ incidentId, step }) => incidentId === otherId && step !== 'final_report')
    .map((clock) => ({ ...clock, incidentId: intoId }))
  await hastenSteps(tx, intoId, theirs.map(running), now)
  for (const one of theirs.filter(({ doneAt }) => doneAt !== null)) {
    const known = own.get(one.step)
    if (!known?.doneAt) await saveStep(tx, { ...one, version: (known?.version ?? one.version) + 1 })
  }
  await stopSteps(tx, [otherId])
  await endPausesOf(tx, otherId, now)
}

/** A pause belongs to the incident it was decided for. */
function running(clock: StepClock): StepClock {
  return {
    ...clock,
    doneAt: null,
    doneBy: null,
    note: null,
    pausedAt: null,
    pausedBy: null,
    pauseReason: null,
    pauseReviewAt: null,
    nextStepAt: clock.doneAt ? null : (clock.nextStepAt ?? clock.dueAt),
  }
}
