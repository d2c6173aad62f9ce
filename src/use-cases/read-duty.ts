import type { DutyView } from '#contracts/roster.ts'
import { may, seesWholeCity } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { dutyPosts } from '#domain/roster/duty-posts.ts'
import { gapsOf, rosteredAgencies } from '#domain/roster/gaps.ts'
import { turnAt } from '#domain/roster/turn.ts'
import { contactsOfAgency } from '#store/contacts.ts'
import { handoverViewOf, openHandover } from '#store/shift-handovers.ts'
import type { Context } from './context.ts'
import { gapViewOf, rosterNear } from './read-roster.ts'
import { readShiftEnds } from './shift-ends.ts'

/** A hole in the roster is named at every desk so long before it begins. */
const warnHours = 12

/**
 * Who of the reader's agency is on, when the shift ends, what hand-over waits, and which agencies that keep a roster
 * have nobody on now or soon: all of them for those who see the whole city, else the own.
 */
export async function readDuty(context: Context): Promise<Result<DutyView>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'see_roster')
  if (!allowed.ok) return allowed
  const agency = actor.kind === 'person' ? actor.agency : null
  const [turns, shiftEnds] = [await rosterNear(context), await readShiftEnds(db, now)]
  const shown = (one: string) => one === agency || (actor.kind === 'person' && seesWholeCity(actor))
  const until = new Date(now.getTime() + warnHours * 3_600_000)
  const gaps = rosteredAgencies(turns, now)
    .filter(shown)
    .flatMap((one) => gapsOf(turns, one, now, until))
  const handover = agency ? await openHandover(db, agency) : null
  const on = agency ? dutyPosts(await contactsOfAgency(db, agency), turnAt(turns, agency, now)) : null
  return ok({
    shiftEndsAt: shiftEnds(agency ?? '', now).toISOString(),
    on: on && { duty: on.duty[0]?.post ?? null, substitute: on.substitute[0]?.post ?? null },
    gaps: gaps.map(gapViewOf),
    handover: handover && handoverViewOf(handover),
  })
}
