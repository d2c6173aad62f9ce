import { shiftEndOf } from '#domain/roster/turn.ts'
import type { Queryable } from '#store/database.ts'
import { dutyHours, turnsBetween } from '#store/shifts.ts'

/** When an agency's shift that is on duty at an instant ends. */
export type ShiftEnds = (agency: string, at: Date) => Date

const dayMs = 86_400_000

/** Reads once what decides the ends of all shifts about now: the roster, and the hours of the house. */
export async function readShiftEnds(db: Queryable, now: Date): Promise<ShiftEnds> {
  const [turns, hours] = [
    await turnsBetween(db, new Date(now.getTime() - dayMs), new Date(now.getTime() + 3 * dayMs)),
    await dutyHours(db),
  ]
  return (agency, at) => shiftEndOf(agency, at, { turns, hours })
}
