import type { LeaderView } from '#contracts/handling.ts'
import { nameLeader as name } from '#domain/leader/leader-in-charge.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { listAgencies } from '#store/agencies.ts'
import { record } from '#store/event-log.ts'
import { numberOf } from '#store/incident-view.ts'
import { lockIncident } from '#store/incidents.ts'
import { insertLeader, leaderViewOf } from '#store/leaders.ts'
import { type Context, recordedActor } from './context.ts'

type Named = { incidentId: string; post: string; agency: string; promisedAt: string }

/**
 * 领导包案: a leader's post answers for the case until a day it promises; whoever had it before is replaced.
 * Refusals: no_such_incident, not_open { number }, not_your_agency, role_may_not, unknown_agency, due_in_past.
 */
export async function nameLeader(context: Context, asked: Named): Promise<Result<LeaderView>> {
  const { now } = context
  return context.db.transaction(async (tx) => {
    const incident = await lockIncident(tx, asked.incidentId)
    if (!incident) return refusal('no_such_incident')
    if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
    const allowed = may(context.actor, 'supervise', { route: incident.route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const { agency } = asked
    if (!(await listAgencies(tx)).some(({ key }) => key === agency)) {
      return refusal('unknown_agency', { agency })
    }
    const named = name(
      {
        id: context.newId(),
        incidentId: incident.id,
        post: maskPersonalData(asked.post),
        agency,
        promisedAt: new Date(asked.promisedAt),
        namedBy: by,
      },
      now,
    )
    if (!named.ok) return named
    await insertLeader(tx, named.value)
    const leader = leaderViewOf(named.value)
    const route = [...new Set([...incident.route, agency])]
    await record(tx, [{ name: 'leader.named', data: { leader, by }, incidentId: incident.id, route }], {
      at: now,
      actor: by,
    })
    return ok(leader)
  })
}
