import { clockMinutes, daysBetween, shanghai, toMillis, two } from './shanghai.ts'

/** The one way each situation is written; a bare 1:36 does not exist. */
export type TimeLeft =
  | { form: 'minutes'; text: string }
  | { form: 'hours'; hours: number; minutes: string }
  | { form: 'clock'; text: string }
  | { form: 'tomorrow'; text: string }
  | { form: 'date'; month: number; day: number }
  | { form: 'over'; text: string }
  | { form: 'over_hours'; hours: number; minutes: string }

/** How a deadline reads at `now`; `asClock` for deadlines that were given as a clock time. */
export function timeLeft(dueAt: string | number, now: number, asClock = false): TimeLeft {
  const seconds = Math.ceil((toMillis(dueAt) - now) / 1000)
  if (seconds < 0) return overdue(-seconds)
  const days = daysBetween(now, dueAt)
  if (seconds >= 3600 && days === 1) return { form: 'tomorrow', text: clockMinutes(dueAt) }
  if (seconds >= 3600 && days > 1) {
    const { month, day } = shanghai(dueAt)
    return { form: 'date', month, day }
  }
  if (asClock) return { form: 'clock', text: clockMinutes(dueAt) }
  if (seconds < 3600) return { form: 'minutes', text: minutesSeconds(seconds) }
  return { form: 'hours', ...hoursMinutes(seconds) }
}

/** mm:ss of a span in seconds; used below an hour and for spans counted up. */
export function minutesSeconds(seconds: number): string {
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}

function overdue(seconds: number): TimeLeft {
  if (seconds < 3600) return { form: 'over', text: `+${minutesSeconds(seconds)}` }
  return { form: 'over_hours', ...hoursMinutes(seconds) }
}

function hoursMinutes(seconds: number): { hours: number; minutes: string } {
  return { hours: Math.floor(seconds / 3600), minutes: two(Math.floor((seconds % 3600) / 60)) }
}
