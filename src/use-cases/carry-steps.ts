import { hastenClocks } from '#domain/clock/follow-clocks.ts'
import type { StepClock } from '#domain/clock/step-clock.ts'
import type { Transaction } from '#store/database.ts'
import { saveDuties } from '#store/held-incidents.ts'
import { endPausesOf, lockSteps, stopSteps } from '#store/steps.ts'

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
  const held = await lockSteps(tx, intoId)
  const theirs = clocks
    .filter(({ incidentId, step }) => incidentId === otherId && step !== 'final_report')
    .map((clock) => ({ ...clock, incidentId: intoId }))
  const nearer = hastenClocks(held, theirs.map(running), now)
  const steps = nearer.map((clock) => {
    const done = theirs.find(({ step, doneAt }) => step === clock.step && doneAt !== null)
    return done && !clock.doneAt ? { ...done, version: clock.version + 1 } : clock
  })
  await saveDuties(tx, [{ before: { alerts: [], steps: held }, after: { alerts: [], steps } }])
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
    waived: false,
    pausedAt: null,
    pausedBy: null,
    pauseReason: null,
    pauseReviewAt: null,
    nextStepAt: clock.doneAt ? null : (clock.nextStepAt ?? clock.dueAt),
  }
}
