import type { RosterDay, SaveRoster } from '#contracts/roster.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { overlap, rosterDayOf, type Turn, turnTimes } from '#domain/roster/turn.ts'
import { listAgencies } from '#store/agencies.ts'
import { listContacts } from '#store/contacts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import {
  changeSince,
  dutyHours,
  insertRosterChange,
  lockRoster,
  turnsOfDay,
  writeTurns,
} from '#store/shifts.ts'
import { type Context, recordedActor } from './context.ts'

/**
 * Writes whole days of agencies into the roster; what stood there ends and stays readable. Days of the past are not
 * rewritten.
 * Refusals: role_may_not, not_your_agency, agency_unknown, day_past { cell }, post_not_in_book, same_post_twice,
 * turns_overlap { day }, roster_changed_since { who, at }, roster_unchanged.
 */
export async function saveRoster(
  context: Context,
  { days, why, basedOn }: SaveRoster,
): Promise<Result<{ version: number }>> {
  for (const { agency } of days) {
    const allowed = may(context.actor, 'manage_roster', { agency })
    if (!allowed.ok) return allowed
  }
  return context.db.transaction(async (tx) => {
    await lockRoster(tx)
    const sound = await soundDays(context, tx, days)
    if (!sound.ok) return sound
    for (const day of days) {
      const since = await changeSince(tx, day, basedOn)
      if (!since) continue
      return refusal('roster_changed_since', { who: since.by?.post ?? '', at: since.at.toISOString() })
    }
    const changed = await differences(context, tx, days)
    if (changed.added.length + changed.ended.length === 0) return refusal('roster_unchanged')
    return ok({ version: await write(context, tx, days, changed, why) })
  })
}

type Changed = { added: Turn[]; ended: string[] }

async function soundDays(context: Context, tx: Transaction, days: RosterDay[]): Promise<Result<true>> {
  const today = rosterDayOf(context.now, await dutyHours(tx))
  const agencies = new Set((await listAgencies(tx)).map(({ key }) => key))
  const posts = new Map((await listContacts(tx)).map(({ id, agency }) => [id, agency]))
  for (const { agency, day, turns } of days) {
    if (!agencies.has(agency)) return refusal('agency_unknown')
    if (day < today) return refusal('day_past', { cell: day })
    for (const { dutyId, substituteId } of turns) {
      if (dutyId === substituteId) return refusal('same_post_twice', { cell: day })
      const named = substituteId ? [dutyId, substituteId] : [dutyId]
      if (named.some((id) => posts.get(id) !== agency)) return refusal('post_not_in_book')
    }
    const times = turns.map((turn) => turnTimes(day, turn))
    const crossed = times.some((one, at) => times.slice(at + 1).some((other) => overlap(one, other)))
    if (crossed) return refusal('turns_overlap', { day })
  }
  return ok(true)
}

/** What must end and what must begin, so that an unchanged turn keeps its history. */
async function differences({ newId }: Context, tx: Transaction, days: RosterDay[]): Promise<Changed> {
  const changed: Changed = { added: [], ended: [] }
  for (const { agency, day, turns } of days) {
    const standing = await turnsOfDay(tx, { agency, day })
    const wanted = turns.map(({ dutyId, substituteId, ...hours }) => ({
      ...{ id: newId(), agency, day, dutyId, substituteId },
      ...turnTimes(day, hours),
    }))
    changed.ended.push(
      ...standing.filter((one) => !wanted.some((other) => same(one, other))).map(({ id }) => id),
    )
    changed.added.push(...wanted.filter((one) => !standing.some((other) => same(one, other))))
  }
  return changed
}

function same(one: Turn, other: Turn): boolean {
  const key = ({ startsAt, endsAt, dutyId, substituteId }: Turn) =>
    [startsAt.getTime(), endsAt.getTime(), dutyId, substituteId].join()
  return key(one) === key(other)
}

async function write(
  context: Context,
  tx: Transaction,
  days: RosterDay[],
  changed: Changed,
  why: string,
): Promise<number> {
  const by = recordedActor(context)
  const sorted = days.map(({ day }) => day).sort()
  const about = {
    agencies: [...new Set(days.map(({ agency }) => agency))],
    firstDay: sorted[0] ?? '',
    lastDay: sorted.at(-1) ?? '',
    added: changed.added.length,
    ended: changed.ended.length,
    why,
    by,
  }
  const version = await insertRosterChange(tx, { ...about, at: context.now })
  await writeTurns(tx, version, changed)
  const event = {
    name: 'roster.changed' as const,
    data: { ...about, version },
    incidentId: null,
    route: null,
  }
  await record(tx, [event], { at: context.now, actor: by })
  return version
}
