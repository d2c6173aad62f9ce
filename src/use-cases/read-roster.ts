import type { RosterView } from '#contracts/roster.ts'
import { shanghaiAt } from '#domain/clock/shanghai.ts'
import { isWorkingDay, nextDay } from '#domain/clock/working-days.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { gapsOf, rosteredAgencies } from '#domain/roster/gaps.ts'
import { rosterDayOf, type Turn } from '#domain/roster/turn.ts'
import { listAgencies } from '#store/agencies.ts'
import { listContacts } from '#store/contacts.ts'
import { editionInForce } from '#store/editions.ts'
import { dutyHours, rosterChanges, seedShifts, turnsBetween, turnsOfDays } from '#store/shifts.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import type { Context } from './context.ts'
import { editionViews } from './read-grades.ts'

const daysShown = 14
const changesShown = 30

/** 值班表: who is on in the fortnight from a day, where nobody is, and who changed it. No address is in it. */
export async function readRoster(
  context: Context,
  { from = null }: { from?: string | null } = {},
): Promise<Result<RosterView>> {
  const { actor, db, now } = context
  const allowed = may(actor, 'see_roster')
  if (!allowed.ok) return allowed
  const today = rosterDayOf(now, await dutyHours(db))
  const days = fortnightFrom(from && from > today ? from : today)
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const [turns, near, contacts, agencies, changes] = await Promise.all([
    turnsOfDays(db, first, last),
    rosterNear(context),
    listContacts(db),
    listAgencies(db),
    rosterChanges(db, changesShown),
  ])
  const end = shanghaiAt(nextDay(last), 0, 0)
  const begin = from && from > today ? shanghaiAt(first, 0, 0) : now
  const kept = new Set([...rosteredAgencies([...near, ...turns], now), ...turns.map(({ agency }) => agency)])
  const booked = new Set(contacts.map(({ agency }) => agency))
  return ok({
    version: changes[0]?.version ?? 0,
    today,
    days: days.map((day) => ({ day, rest: !isWorkingDay(workingCalendar(), day) })),
    agencies: agencies
      .filter(({ key, firstLine }) => firstLine !== null || kept.has(key) || booked.has(key))
      .map(({ key, firstLine }) => ({
        key,
        mine: may(actor, 'manage_roster', { agency: key }).ok,
        kept: firstLine !== null || kept.has(key) || (actor.kind === 'person' && actor.agency === key),
      })),
    own: actor.kind === 'person' ? actor.agency : null,
    posts: contacts.map(({ id, agency, post }) => ({ id, agency, post })),
    turns: turns.map(turnViewOf),
    gaps: [...kept].flatMap((agency) => gapsOf([...near, ...turns], agency, begin, end)).map(gapViewOf),
    changes: changes.map((change) => ({ ...change, at: change.at.toISOString() })),
    hours: await hoursView(context),
  })
}

/** Turns near now, from which it is seen who keeps a roster and who is on. */
export async function rosterNear({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Turn[]> {
  const week = 8 * 86_400_000
  return turnsBetween(db, new Date(now.getTime() - week), new Date(now.getTime() + week))
}

export function gapViewOf({ agency, from, to }: { agency: string; from: Date; to: Date }) {
  return { agency, from: from.toISOString(), to: to.toISOString() }
}

async function hoursView(context: Context): Promise<RosterView['hours']> {
  const inForce = await editionInForce(context.db, 'shifts')
  const version = inForce?.version ?? 0
  return {
    version,
    shifts: inForce?.rules ?? [...seedShifts],
    versions: await editionViews(context, 'shifts', version),
    mayChange: may(context.actor, 'manage_rules').ok,
  }
}

function fortnightFrom(first: string): string[] {
  const days = [first]
  while (days.length < daysShown) days.push(nextDay(days.at(-1) ?? first))
  return days
}

function turnViewOf(one: Turn) {
  return { ...one, startsAt: one.startsAt.toISOString(), endsAt: one.endsAt.toISOString() }
}
