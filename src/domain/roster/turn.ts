import { shanghaiAt, shanghaiDay } from '#domain/clock/shanghai.ts'
import { clockOf, type Shift, shiftEnd } from '#domain/clock/shifts.ts'
import { nextDay } from '#domain/clock/working-days.ts'

/** 一班: who of an agency is on, and who stands in, from one instant to another. */
export type Turn = {
  id: string
  agency: string
  /** The day of the roster it stands on, 2026-11-23; a night reaches into the next. */
  day: string
  startsAt: Date
  endsAt: Date
  /** Posts of the contact book. */
  dutyId: string
  substituteId: string | null
}

/** The day of the roster that is on: it begins with the first shift, so that a night belongs to the day before. */
export function rosterDayOf(at: Date, hours: readonly Shift[]): string {
  const [first = '00:00'] = hours.map(({ from }) => from).sort()
  const { hour, minute } = clockOf(first)
  return shanghaiDay(new Date(at.getTime() - (hour * 60 + minute) * 60_000))
}

/** From when to when a turn of this day lasts; an end that is not after its beginning lies on the next day. */
export function turnTimes(
  day: string,
  { from, to }: Pick<Shift, 'from' | 'to'>,
): Pick<Turn, 'startsAt' | 'endsAt'> {
  const [start, end] = [clockOf(from), clockOf(to)]
  const overnight = end.hour * 60 + end.minute <= start.hour * 60 + start.minute
  return {
    startsAt: shanghaiAt(day, start.hour, start.minute),
    endsAt: shanghaiAt(overnight ? nextDay(day) : day, end.hour, end.minute),
  }
}

/** Who of an agency is on at this instant; of two turns that overlap the one that began last. */
export function turnAt(turns: readonly Turn[], agency: string, at: Date): Turn | null {
  const on = turns.filter((one) => one.agency === agency && one.startsAt <= at && at < one.endsAt)
  return on.reduce<Turn | null>((last, one) => (last && last.startsAt >= one.startsAt ? last : one), null)
}

/** Who is on after the present turn; null where nobody is rostered any more. */
export function turnAfter(turns: readonly Turn[], agency: string, at: Date): Turn | null {
  const later = turns.filter((one) => one.agency === agency && one.startsAt > at)
  return later.reduce<Turn | null>(
    (first, one) => (first && first.startsAt <= one.startsAt ? first : one),
    null,
  )
}

/** What decides when a shift ends: the roster, and the hours of the house where nobody is rostered. */
export type ShiftPlan = { turns: readonly Turn[]; hours: readonly Shift[] }

/** When the shift of an agency that is on duty at `at` ends; the next turn ends one that it overlaps. */
export function shiftEndOf(agency: string, at: Date, { turns, hours }: ShiftPlan): Date {
  const now = turnAt(turns, agency, at)
  if (!now) return shiftEnd(at, hours)
  const next = turnAfter(turns, agency, at)
  return next && next.startsAt < now.endsAt ? next.startsAt : now.endsAt
}

/** Two turns of a day that cannot both stand. */
export function overlap(
  one: Pick<Turn, 'startsAt' | 'endsAt'>,
  other: Pick<Turn, 'startsAt' | 'endsAt'>,
): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}
