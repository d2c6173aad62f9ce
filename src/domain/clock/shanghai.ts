const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** China has kept UTC+8 all year since 1992. */
const offsetMs = 8 * hourMs

/** The calendar day in Asia/Shanghai, as 2026-11-23. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 10)
}

/** Minutes since midnight in Asia/Shanghai. */
export function shanghaiMinutes(at: Date): number {
  return Math.floor(((at.getTime() + offsetMs) % dayMs) / 60_000)
}

/** The next instant at which the clock in Asia/Shanghai shows `hour:minute`. */
export function nextShanghai(at: Date, hour: number, minute: number): Date {
  const midnight = Math.floor((at.getTime() + offsetMs) / dayMs) * dayMs - offsetMs
  const today = midnight + hour * hourMs + minute * 60_000
  return new Date(today > at.getTime() ? today : today + dayMs)
}

/** The instant at which the clock in Asia/Shanghai shows `hour:minute` on a day such as 2026-11-23. */
export function shanghaiAt(day: string, hour: number, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs + hour * hourMs + minute * 60_000)
}

/** Hours since Monday 00:00 in Asia/Shanghai, 0 to 167. */
export function hourOfWeek(at: Date): number {
  // 1970-01-01 was a Thursday.
  return (Math.floor((at.getTime() + offsetMs) / hourMs) + 3 * 24) % 168
}

/** Start of the hour that `at` lies in. */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / hourMs) * hourMs)
}
