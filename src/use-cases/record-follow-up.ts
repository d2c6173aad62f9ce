import type { FourNotsView } from '#contracts/handling.ts'
import type { PersonView, StepView } from '#contracts/views.ts'
import { notsStir } from '#domain/grading/stated-facts.ts'
import { assessNots, burning, type NotAnswers, newlyBurning } from '#domain/incident/four-nots.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { insertNots, latestNots, notsViewOf } from '#store/four-nots.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { gradeFollowing } from './assess-incident.ts'
import { type Context, recordedActor } from './context.ts'
import { finishStep } from './finish-step.ts'
import type { Happened } from './happened.ts'
import { onRouteOf } from './locked-incident.ts'
import { saveAssessed } from './save-assessed.ts'

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
    const follows = await gradeAfter(context, tx, incident, burning(assessed.value).length > 0, by)
    await record(
      tx,
      [
        {
          name: 'four_nots.set',
          data: { incidentId, nots, newly, by },
          incidentId,
          route: incident.route,
        },
        ...(done.ok ? done.value.happened : []),
        ...follows,
      ],
      { at: now, actor: by },
    )
    return ok({ nots, step: done.ok ? done.value.step : null })
  })
}

/** What stirs is a fact that raises the proposed grade by one; calm again, it is taken back. */
async function gradeAfter(
  context: Context,
  tx: Transaction,
  before: Incident,
  stirs: boolean,
  by: PersonView,
): Promise<Happened> {
  if (stirs === (before.statedFacts[notsStir]?.value === true)) return []
  const { [notsStir]: _, ...others } = before.statedFacts
  const at = context.now.toISOString()
  const statedFacts = stirs ? { ...others, [notsStir]: { value: true, by, at } } : others
  const stated = { ...before, statedFacts }
  const changed = { ...stated, ...gradeFollowing(stated, context.now, { mayFall: true }) }
  const { incident, follows } = await saveAssessed(context, tx, before, changed)
  if (changed.grade === before.grade) return follows
  const data = { incident, from: before.grade, to: changed.grade, rule: changed.gradeReason.rule }
  const about = { incidentId: before.id, route: changed.route }
  return [{ ...about, name: 'incident.regraded', data }, ...follows]
}
