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
    const [hour = 0, minute = 0] = to.split(':').map(Number)
    return nextShanghai(at, hour, minute).getTime()
  })
  if (ends.length === 0) throw new Error('a duty has no shifts')
  return new Date(Math.min(...ends))
}

/** The shift a colleague works who takes over at `at`. */
export function shiftEndAfterHandover(at: Date, shifts: readonly Shift[]): Date {
  return shiftEnd(new Date(at.getTime() + handoverLeadSeconds * 1_000), shifts)
}
