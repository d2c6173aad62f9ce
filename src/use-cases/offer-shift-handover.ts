import type { HandoverView } from '#contracts/roster.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { ShiftHandover } from '#domain/roster/shift-handover.ts'
import { lockAgency } from '#store/agencies.ts'
import { record } from '#store/event-log.ts'
import { handoverViewOf, insertHandover, lockOpenHandover, saveHandover } from '#store/shift-handovers.ts'
import { userById } from '#store/users.ts'
import { type Context, recordedActor } from './context.ts'
import { readShiftEnds } from './shift-ends.ts'

/**
 * 交班: the leaving officer writes the hand-over of the whole shift to a colleague of the agency; nothing has changed
 * hands until it is signed. One that waited before is withdrawn. Personal data in the note is masked.
 * Refusals: role_may_not, not_your_agency, not_a_colleague.
 */
export async function offerShiftHandover(
  context: Context,
  { toId, note }: { toId: string; note: string },
): Promise<Result<HandoverView>> {
  const { actor, now, newId } = context
  const by = recordedActor(context)
  if (actor.kind !== 'person' || !actor.agency || !by) return refusal('role_may_not')
  const { agency, id: byId } = actor
  const allowed = may(actor, 'hand_over_shift', { agency })
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    await lockAgency(tx, agency)
    const colleague = await userById(tx, toId)
    if (!colleague || colleague.disabledAt || colleague.id === byId) return refusal('not_a_colleague')
    const taker = {
      ...actor,
      id: toId,
      role: colleague.role,
      agency: colleague.agency,
      territory: colleague.territory,
    }
    if (!may(taker, 'hand_over_shift', { agency }).ok) return refusal('not_a_colleague')
    const before = await lockOpenHandover(tx, agency)
    if (before) {
      await saveHandover(tx, { ...before, state: 'withdrawn', decidedAt: now, version: before.version + 1 })
    }
    const handover: ShiftHandover = {
      ...{ id: newId(), agency, state: 'offered', by, byId, toId },
      to: { post: colleague.post, agency: colleague.agency },
      note: maskPersonalData(note),
      shiftEndsAt: (await readShiftEnds(tx, now))(agency, now),
      offeredAt: now,
      decidedAt: null,
      reason: null,
      version: 1,
    }
    await insertHandover(tx, handover)
    const view = handoverViewOf(handover)
    const about = { incidentId: null, route: [agency] }
    const withdrawn = before && handoverViewOf({ ...before, state: 'withdrawn', decidedAt: now })
    await record(
      tx,
      [
        ...(withdrawn
          ? [{ name: 'shift.handover_declined' as const, data: { handover: withdrawn }, ...about }]
          : []),
        { name: 'shift.handover_offered' as const, data: { handover: view }, ...about },
      ],
      { at: now, actor: by },
    )
    return ok(view)
  })
}
