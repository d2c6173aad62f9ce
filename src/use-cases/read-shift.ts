import type { ShiftView, SignedHandoverView } from '#contracts/roster.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { turnAfter } from '#domain/roster/turn.ts'
import { contactById } from '#store/contacts.ts'
import { handoverById, handoverViewOf, openHandover, signedHandovers } from '#store/shift-handovers.ts'
import type { Context } from './context.ts'
import { readColleagues } from './read-colleagues.ts'
import { rosterNear } from './read-roster.ts'
import { readShiftEnds } from './shift-ends.ts'
import { writeHandoverSheet } from './write-handover-sheet.ts'

const signedShown = 8

/** What passes with the shift of the actor's agency, who may take it, and what was signed before. */
export async function readShift(context: Context): Promise<Result<ShiftView>> {
  const { actor, db, now } = context
  const colleagues = await readColleagues(context)
  if (!colleagues.ok) return colleagues
  if (actor.kind !== 'person' || !actor.agency) return refusal('role_may_not')
  const { agency } = actor
  const allowed = may(actor, 'hand_over_shift', { agency })
  if (!allowed.ok) return allowed
  const shiftEndsAt = (await readShiftEnds(db, now))(agency, now)
  const next = turnAfter(await rosterNear(context), agency, now)
  const nextUserId = next && ((await contactById(db, next.dutyId))?.userId ?? null)
  const [sheet, open, signed] = [
    await writeHandoverSheet(db, { agency, shiftEndsAt, at: now }),
    await openHandover(db, agency),
    await signedHandovers(db, agency, signedShown),
  ]
  return ok({
    sheet,
    handover: open && handoverViewOf(open),
    colleagues: colleagues.value
      .map((one) => ({ ...one, next: one.id === nextUserId }))
      .sort((one, other) => Number(other.next) - Number(one.next)),
    signed: signed.map(handoverViewOf),
  })
}

/** One signed hand-over with its sheet, for the printed page. Refusals: no_such_handover, role_may_not. */
export async function readSignedHandover(
  { actor, db }: Context,
  { handoverId }: { handoverId: string },
): Promise<Result<SignedHandoverView>> {
  const found = await handoverById(db, handoverId)
  if (!found?.sheet || found.state !== 'signed') return refusal('no_such_handover')
  const own = may(actor, 'hand_over_shift', { agency: found.agency })
  const office = may(actor, 'manage_roster', { agency: found.agency })
  if (!own.ok && !office.ok) return own
  return ok({ handover: handoverViewOf(found), sheet: found.sheet })
}
