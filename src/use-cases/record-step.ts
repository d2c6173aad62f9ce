import type { StepName, StepView } from '#contracts/views.ts'
import { isRecordedByHand } from '#domain/incident/step-duty.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { isTerritory } from '#store/agencies.ts'
import { record } from '#store/event-log.ts'
import { lockIncident } from '#store/incidents.ts'
import { type Context, recordedActor } from './context.ts'
import { finishStep } from './finish-step.ts'

/**
 * An officer of the step's track notes that it is done (电话报告, 快报, 到场 …), by whom and when.
 * What is proved elsewhere – the verified facts, a public reply, a follow-up with its four 不 – is finished there.
 * Refusals: no_such_incident, no_such_step, not_recorded_by_hand { step }, already_done { who, at }, not_your_agency,
 * role_may_not.
 */
export async function recordStep(
  context: Context,
  { incidentId, step, note }: { incidentId: string; step: StepName; note: string | null },
): Promise<Result<StepView>> {
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId)
    if (!incident) return refusal('no_such_incident')
    const { route } = incident
    const allowed = may(context.actor, 'record_step', { step, route, territories: route.filter(isTerritory) })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    if (!isRecordedByHand(step)) return refusal('not_recorded_by_hand', { step })
    const done = await finishStep(context, tx, { incidentId, step, note }, by)
    if (!done.ok) return done
    await record(tx, done.value.happened, { at: context.now, actor: by })
    return ok(done.value.step)
  })
}
