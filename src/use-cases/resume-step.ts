import type { ResumeStep } from '#contracts/clock.ts'
import type { StepView } from '#contracts/views.ts'
import { resumeClock } from '#domain/clock/step-clock.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { isTerritory } from '#store/agencies.ts'
import { record } from '#store/event-log.ts'
import { stepViewOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { endPause, lockStep, saveStep } from '#store/steps.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * A paused clock runs on; what was still to come is put off by as long as the pause was.
 * Refusals: no_such_incident, no_such_step, not_paused, changed_meanwhile, not_your_agency, role_may_not.
 */
export async function resumeStep(
  context: Context,
  { incidentId, step, version }: ResumeStep,
): Promise<Result<StepView>> {
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId)
    if (!incident) return refusal('no_such_incident')
    const { route } = incident
    const allowed = may(context.actor, 'resume_step', { step, route, territories: route.filter(isTerritory) })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const clock = await lockStep(tx, incidentId, step)
    if (!clock) return refusal('no_such_step')
    if (!clock.pausedAt) return refusal('not_paused')
    if (clock.version !== version) return refusal('changed_meanwhile')
    const { now } = context
    const resumed = resumeClock(clock, now)
    await saveStep(tx, resumed)
    await endPause(tx, clock, { at: now, by })
    const view = stepViewOf(resumed)
    const seconds = resumed.pausedSeconds - clock.pausedSeconds
    const { pauseReason: reason, pausedBy } = clock
    const data = { incidentId, step: view, by, reason, pausedBy, rule: 'by_hand' as const, seconds }
    await record(tx, [{ name: 'step.resumed', data, incidentId, route }], { at: now, actor: by })
    return ok(view)
  })
}
