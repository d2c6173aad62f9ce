import type { StepName, StepView } from '#contracts/views.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { stepViewOf } from '#store/incident-view.ts'
import { findIncident, finishStep, lockIncident } from '#store/incidents.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * Notes that a step of the incident (到场, 首次回应 …) is done, by whom and when; personal data in the note is masked.
 * Refusals: no_such_incident, no_such_step, already_done { who, at }, not_your_agency, role_may_not.
 */
export async function recordStep(
  context: Context,
  { incidentId, step, note }: { incidentId: string; step: StepName; note: string | null },
): Promise<Result<StepView>> {
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId)
    if (!incident) return refusal('no_such_incident')
    const allowed = may(context.actor, 'record_step', { route: incident.route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const full = await findIncident(tx, incidentId)
    const owed = full?.steps.find((one) => one.step === step)
    if (!owed) return refusal('no_such_step')
    if (owed.doneAt) {
      return refusal('already_done', { who: owed.doneBy?.post ?? '', at: owed.doneAt.toISOString() })
    }
    const done = { ...owed, doneAt: context.now, doneBy: by, note: note && maskPersonalData(note) }
    await finishStep(tx, done)
    const view = stepViewOf(done)
    await record(
      tx,
      [{ name: 'step.done', data: { incidentId, step: view, by }, incidentId, route: incident.route }],
      { at: context.now, actor: by },
    )
    return ok(view)
  })
}
