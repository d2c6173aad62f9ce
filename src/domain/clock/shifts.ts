import { nextShanghai } from './shanghai.ts'

/** A turn of duty by the clock of Asia/Shanghai; `to` before `from` ends on the next day. */
export type Shift = {
  key: string
  /** 08:30 */
  from: string
  to: string
}

/** Within this time before its end a shift hands over: what a colleague takes then belongs to the next one [D]. */
export const handoverLeadSeconds = 30 * 60

/** When the shift that is on duty at `at` ends; the nearest end of all, so that a gap between shifts lengthens nothing. */
export function shiftEnd(at: Date, shifts: readonly Shift[]): Date {
  const ends = shifts.map(({ to }) => {
    const { hour, minute } = clockOf(to)
    return nextShanghai(at, hour, minute).getTime()
  })
  if (ends.length === 0) throw new Error('a duty has no shifts')
  return new Date(Math.min(...ends))
}

/** The end of the shift a colleague works who takes over at `at`. */
export function shiftEndAfterHandover(at: Date, endOf: (at: Date) => Date): Date {
  return endOf(new Date(at.getTime() + handoverLeadSeconds * 1_000))
}

/** 08:30 → 8 and 30 */
export function clockOf(clock: string): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return { hour, minute }
}

export type HoursCode = 'hours_missing' | 'hours_not_whole'

/** Why these hours cannot be the house's: each begins where the one before ended, and together they are one day. */
export function hoursProblem(shifts: readonly Shift[]): HoursCode | null {
  if (shifts.length === 0) return 'hours_missing'
  const minutesOf = (clock: string) => clockOf(clock).hour * 60 + clockOf(clock).minute
  const sorted = [...shifts].sort((one, other) => minutesOf(one.from) - minutesOf(other.from))
  const follows = sorted.every(({ to }, at) => to === sorted[(at + 1) % sorted.length]?.from)
  return follows ? null : 'hours_not_whole'
}
