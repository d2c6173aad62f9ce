import type { HandoverView } from '#contracts/roster.ts'
import type { PersonView } from '#contracts/views.ts'
import { passAlert } from '#domain/alert/hand-over.ts'
import { leaseFor } from '#domain/alert/lease.ts'
import { proposePromise } from '#domain/alert/promise.ts'
import { shiftEndAfterHandover } from '#domain/clock/shifts.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { declineHandover, signHandover } from '#domain/roster/shift-handover.ts'
import { lockHeldByAgency, saveAlerts } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { alertViewOf } from '#store/incident-view.ts'
import { handoverViewOf, lockHandover, saveHandover } from '#store/shift-handovers.ts'
import { type Context, recordedActor } from './context.ts'
import type { Happened } from './happened.ts'
import { promiseGrounds } from './promise-ground.ts'
import { readShiftEnds } from './shift-ends.ts'
import { writeHandoverSheet } from './write-handover-sheet.ts'

type Answer = { handoverId: string; version: number; sign: boolean; reason?: string | null }

/**
 * 接班: the coming officer signs, and everything the agency holds passes in the same transaction, into the coming
 * shift; or it is declined, or taken back by who wrote it, and all stays as it was.
 * Refusals: no_such_handover, role_may_not, not_your_agency, handover_to_another { who }, handover_decided { who, at },
 * handover_over { at }, stale_version.
 */
export async function answerShiftHandover(context: Context, answer: Answer): Promise<Result<HandoverView>> {
  const { actor, now } = context
  const by = recordedActor(context)
  if (actor.kind !== 'person' || !by) return refusal('role_may_not')
  return context.db.transaction(async (tx) => {
    const found = await lockHandover(tx, answer.handoverId)
    if (!found) return refusal('no_such_handover')
    const allowed = may(actor, 'hand_over_shift', { agency: found.agency })
    if (!allowed.ok) return allowed
    const decided = { by, byId: actor.id, seen: answer.version }
    const reason = answer.reason ? maskPersonalData(answer.reason) : null
    const next = answer.sign
      ? signHandover(found, decided, now)
      : declineHandover(found, { ...decided, reason }, now)
    if (!next.ok) return next
    const { agency, shiftEndsAt } = next.value
    const sheet = answer.sign ? await writeHandoverSheet(tx, { agency, shiftEndsAt, at: now }) : null
    await saveHandover(tx, { ...next.value, sheet })
    const handover = handoverViewOf(next.value)
    const passed = answer.sign ? await passLeases(context, tx, agency, by) : []
    const alertIds = passed.flatMap(({ name, data }) => (name === 'alert.handed_over' ? data.alert.id : []))
    const about = { incidentId: null, route: [agency] }
    const told = answer.sign
      ? { name: 'shift.handed_over' as const, data: { handover, alertIds }, ...about }
      : { name: 'shift.handover_declined' as const, data: { handover }, ...about }
    await record(tx, [...passed, told], { at: now, actor: by })
    return ok(handover)
  })
}

/** What the agency holds is the coming officer's, on a promise made anew, until the end of the coming shift. */
async function passLeases(
  { now }: Context,
  tx: Transaction,
  agency: string,
  by: PersonView,
): Promise<Happened> {
  const held = await lockHeldByAgency(tx, agency)
  const shiftEnds = await readShiftEnds(tx, now)
  const shiftEndsAt = shiftEndAfterHandover(now, (at) => shiftEnds(agency, at))
  const grounds = await promiseGrounds(tx, held, now)
  const passed = held.map(({ alert, grade, route }, at) => {
    const ground = grounds[at]
    if (!ground) throw new Error(`no ground for alert ${alert.id}`)
    const lease = leaseFor(proposePromise({ ...ground, shiftEndsAt }, now), grade, now, shiftEndsAt)
    return { next: passAlert(alert, { by, lease }, now), route, from: alert.acceptedBy }
  })
  await saveAlerts(
    tx,
    passed.map(({ next }) => next),
  )
  return passed.map(({ next, route, from }) => ({
    name: 'alert.handed_over' as const,
    data: { alert: alertViewOf(next), by, from },
    incidentId: next.incidentId,
    route,
  }))
}
