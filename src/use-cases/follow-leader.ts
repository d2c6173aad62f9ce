import type { LeaderView } from '#contracts/handling.ts'
import {
  checkLeader as check,
  type LeaderInCharge,
  noteLeader as note,
} from '#domain/leader/leader-in-charge.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { insertLeaderNote, leaderViewOf, lockLeader, saveLeader } from '#store/leaders.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * The weekly note of the leader in charge, written by that leader's unit or the office.
 * Refusals: no_such_leader, not_your_agency, role_may_not, wrong_state.
 */
export async function noteLeader(
  context: Context,
  { leaderId, note: typed }: { leaderId: string; note: string },
): Promise<Result<LeaderView>> {
  return context.db.transaction(async (tx) => {
    const held = await hold(tx, leaderId)
    if (!held.ok) return held
    const { leader, route, incidentId } = held.value
    const allowed = may(context.actor, 'check_work', { agency: leader.agency })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const noted = note(leader, context.now)
    if (!noted.ok) return noted
    const words = maskPersonalData(typed)
    await saveLeader(tx, noted.value)
    await insertLeaderNote(tx, { id: context.newId(), leaderId, at: context.now, by, note: words })
    const view = leaderViewOf(noted.value)
    await record(tx, [{ name: 'leader.noted', data: { leader: view, by, note: words }, incidentId, route }], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}

/**
 * 结案核查: what the leader promised is checked, by a leader or the office.
 * Refusals: no_such_leader, not_your_agency, role_may_not, wrong_state, stale_version.
 */
export async function checkLeader(
  context: Context,
  { leaderId, version, note: typed }: { leaderId: string; version: number; note: string },
): Promise<Result<LeaderView>> {
  return context.db.transaction(async (tx) => {
    const held = await hold(tx, leaderId)
    if (!held.ok) return held
    const { leader, route, incidentId } = held.value
    const allowed = may(context.actor, 'supervise', { route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const checked = check(leader, version, maskPersonalData(typed), by, context.now)
    if (!checked.ok) return checked
    await saveLeader(tx, checked.value)
    const view = leaderViewOf(checked.value)
    await record(tx, [{ name: 'leader.checked', data: { leader: view, by }, incidentId, route }], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}

async function hold(
  tx: Transaction,
  id: string,
): Promise<Result<{ leader: LeaderInCharge; incidentId: string; route: string[] }>> {
  const leader = await lockLeader(tx, id)
  const incident = leader && (await handledIncident(tx, leader.incidentId))
  if (!leader || !incident) return refusal('no_such_leader')
  return ok({ leader, incidentId: incident.id, route: [...new Set([...incident.route, leader.agency])] })
}
