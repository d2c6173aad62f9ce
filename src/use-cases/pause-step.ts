import type { PauseStep } from '#contracts/clock.ts'
import type { StepView } from '#contracts/views.ts'
import { pauseClock } from '#domain/clock/step-clock.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { isTerritory } from '#store/agencies.ts'
import { record } from '#store/event-log.ts'
import { numberOf, stepViewOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { insertPause, lockStep, saveStep } from '#store/steps.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * A leader or the office stops a clock, with a reason, a name that stands for it, and a time to look again.
 * Refusals: no_such_incident, not_open { number }, no_such_step, changed_meanwhile, already_done { who, at },
 * paused_already { who, at }, cannot_pause_danger, cannot_pause_on_site, not_your_agency, role_may_not.
 */
export async function pauseStep(context: Context, asked: PauseStep): Promise<Result<StepView>> {
  const { incidentId, step, version, reviewHours } = asked
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId)
    if (!incident) return refusal('no_such_incident')
    const { route, state, grade } = incident
    const allowed = may(context.actor, 'pause_step', { step, route, territories: route.filter(isTerritory) })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    if (state !== 'open' && step !== 'final_report')
      return refusal('not_open', { number: numberOf(incident) })
    const clock = await lockStep(tx, incidentId, step)
    if (!clock) return refusal('no_such_step')
    const { now } = context
    const reason = maskPersonalData(asked.reason)
    const reviewAt = new Date(now.getTime() + reviewHours * 3_600_000)
    const lifeThreatened = isLifeThreatened(incident)
    const paused = pauseClock(clock, { grade, lifeThreatened }, { by, reason, now, reviewAt })
    if (!paused.ok) return paused
    if (clock.version !== version) return refusal('changed_meanwhile')
    await saveStep(tx, paused.value)
    const { signedName } = asked
    const pause = { incidentId, step, round: clock.round, pausedAt: now, pausedBy: by, reason, reviewAt }
    await insertPause(tx, { id: context.newId(), ...pause, signedName })
    const view = stepViewOf(paused.value)
    const data = { incidentId, step: view, by, reason }
    await record(tx, [{ name: 'step.paused', data, incidentId, route }], { at: now, actor: by })
    return ok(view)
  })
}
