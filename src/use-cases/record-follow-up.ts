import type { FourNotsView } from '#contracts/handling.ts'
import type { StepView } from '#contracts/views.ts'
import { assessNots, type NotAnswers, newlyBurning } from '#domain/incident/four-nots.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { record } from '#store/event-log.ts'
import { insertNots, latestNots, notsViewOf } from '#store/four-nots.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { type Context, recordedActor } from './context.ts'
import { finishStep } from './finish-step.ts'
import { onRouteOf } from './locked-incident.ts'

type FollowUp = { incidentId: string; answers: NotAnswers; evidence: string; note: string | null }

/**
 * 续报: the four 不 are set with the sentence they rest on, and the clock of the follow-up report stops; an incident
 * whose grade owes no report may have them set all the same.
 * Refusals: no_such_incident, not_open { number }, not_your_agency, role_may_not, four_nots_missing { count },
 * evidence_needed, already_done { who, at }.
 */
export async function recordFollowUp(
  context: Context,
  { incidentId, answers, evidence, note }: FollowUp,
): Promise<Result<{ nots: FourNotsView; step: StepView | null }>> {
  const { now } = context
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId)
    if (!incident) return refusal('no_such_incident')
    if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
    const allowed = may(context.actor, 'record_step', { step: 'follow_up', ...onRouteOf(incident) })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const before = await latestNots(tx, incidentId)
    const assessed = assessNots(before, answers, maskPersonalData(evidence), now)
    if (!assessed.ok) return assessed
    const done = await finishStep(context, tx, { incidentId, step: 'follow_up', note }, by)
    if (!done.ok && done.refusal.code !== 'no_such_step') return done
    await insertNots(tx, context.newId(), incidentId, { ...assessed.value, by })
    const nots = notsViewOf({ ...assessed.value, by })
    const newly = newlyBurning(before, assessed.value)
    await record(
      tx,
      [
        {
          name: 'four_nots.set',
          data: { incidentId, nots, newly, by },
          incidentId,
          route: incident.route,
        },
      ],
      { at: now, actor: by },
    )
    return ok({ nots, step: done.ok ? done.value : null })
  })
}
