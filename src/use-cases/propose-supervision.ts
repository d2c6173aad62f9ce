import type { SupervisionView } from '#contracts/handling.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import {
  proposeSupervision as propose,
  reasonsToSupervise,
  type SupervisionLimits,
} from '#domain/supervision/supervision.ts'
import { record } from '#store/event-log.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import {
  type Candidate,
  insertSupervision,
  supervisionCandidates,
  supervisionViewOf,
} from '#store/supervisions.ts'
import { type Context, recordedActor } from './context.ts'
import type { Happened } from './happened.ts'

const batch = 100

/**
 * Proposes 挂牌督办 for every open incident that has come to a reason for it and was never proposed.
 * Safe to run in several processes at once. @returns how many were proposed.
 */
export async function proposeSupervisions(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const happened: Happened = []
    const limits = incidentRules().response.supervision
    for (const candidate of await supervisionCandidates(tx, limits, batch)) {
      const { incident } = candidate
      const reasons = reasonsFor(candidate, limits)
      if (reasons.length === 0) continue
      const proposed = propose(context.newId(), incident.id, reasons, context.now)
      if (!(await insertSupervision(tx, proposed))) continue
      happened.push({
        name: 'supervision.proposed',
        data: { supervision: supervisionViewOf(proposed), by: null },
        incidentId: incident.id,
        route: incident.route,
      })
    }
    await record(tx, happened, { at: context.now, actor: null })
    return happened.length
  })
}

/**
 * The same by hand, by a leader or the office.
 * Refusals: no_such_incident, not_open { number }, not_your_agency, role_may_not, already_supervised.
 */
export async function proposeSupervision(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<SupervisionView>> {
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId)
    if (!incident) return refusal('no_such_incident')
    if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
    const allowed = may(context.actor, 'supervise', { route: incident.route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    const proposed = propose(context.newId(), incidentId, ['by_hand'], context.now)
    if (!(await insertSupervision(tx, proposed))) return refusal('already_supervised')
    const supervision = supervisionViewOf(proposed)
    await record(
      tx,
      [{ name: 'supervision.proposed', data: { supervision, by }, incidentId, route: incident.route }],
      { at: context.now, actor: by },
    )
    return ok(supervision)
  })
}

function reasonsFor({ incident, timesOverdue, ladderTop }: Candidate, limits: SupervisionLimits) {
  const facts = {
    grade: incident.grade,
    gathered: incident.collective.length > 0,
    people: incident.workers?.min ?? 0,
    yuan: incident.amountYuan?.min ?? 0,
    timesOverdue,
    ladderTop,
  }
  return reasonsToSupervise(facts, limits)
}
