import type { PersonView, StepView } from '#contracts/views.ts'
import { limitOf, type Step } from '#domain/clock/limits.ts'
import { finishClock } from '#domain/clock/step-clock.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { stepViewOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { endPause, lockStep, saveStep } from '#store/steps.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import { limitsInForce } from './assess-incident.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

/**
 * Stops one clock of an incident as done, inside the caller's transaction; personal data in the note is masked, a
 * running pause ends; `waived` where nothing is owed any more. A done 续报 starts the next one. The caller has judged who
 * may, and records what happened, last of all: whoever holds the log's head must wait for no row.
 * Refusals: no_such_incident, no_such_step, already_done { who, at }.
 */
export async function finishStep(
  context: Context,
  tx: Transaction,
  {
    incidentId,
    step,
    note,
    waived = false,
  }: { incidentId: string; step: Step; note: string | null; waived?: boolean },
  by: PersonView,
): Promise<Result<{ step: StepView; happened: Happened }>> {
  const incident = await lockIncident(tx, incidentId)
  if (!incident) return refusal('no_such_incident')
  const clock = await lockStep(tx, incidentId, step)
  if (!clock) return refusal('no_such_step')
  if (clock.doneAt) {
    return refusal('already_done', { who: clock.doneBy?.post ?? '', at: clock.doneAt.toISOString() })
  }
  const { now } = context
  const { done, next } = finishClock(clock, {
    by,
    note: note && maskPersonalData(note),
    waived,
    now,
    limit: incident.state === 'open' ? limitOf(incident.grade, step, limitsInForce(now)) : null,
    calendar: workingCalendar(),
  })
  await saveStep(tx, next ?? done)
  if (clock.pausedAt) await endPause(tx, clock, { at: now, by })
  const view = stepViewOf(done)
  const data = { incidentId, step: view, by, next: next && stepViewOf(next) }
  return ok({ step: view, happened: [{ name: 'step.done', data, incidentId, route: incident.route }] })
}
