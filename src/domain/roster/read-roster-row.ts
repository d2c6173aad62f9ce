import type { Shift } from '#domain/clock/shifts.ts'
import { ok, type Result, refusal } from '#domain/result.ts'

/** One turn as it is written down: a day, hours by the clock, and posts of the contact book. */
export type RosterLine = {
  agency: string
  day: string
  from: string
  to: string
  dutyId: string
  substituteId: string | null
}

export const rosterColumns = ['day', 'agency', 'hours', 'duty', 'substitute'] as const
export type RosterColumn = (typeof rosterColumns)[number]
export type RosterCells = Record<RosterColumn, string>

/** What a pasted row is read against. */
export type RosterBook = {
  agencies: readonly { key: string; name: string; short: string }[]
  posts: readonly { id: string; agency: string | null; post: string; username: string | null }[]
  hours: readonly Shift[]
}

export type RosterRowCode =
  | 'day_unreadable'
  | 'day_past'
  | 'agency_unknown'
  | 'hours_unreadable'
  | 'duty_unknown'
  | 'substitute_unknown'
  | 'same_post_twice'

/** Reads one row of a roster as offices write them; the refusal names the cell that cannot be right. */
export function readRosterRow(
  cells: RosterCells,
  book: RosterBook,
  today: string,
): Result<RosterLine, RosterRowCode> {
  const day = readDay(cells.day, today)
  if (!day) return refusal('day_unreadable', { cell: cells.day })
  if (day < today) return refusal('day_past', { cell: cells.day })
  const unit = folded(cells.agency)
  const agency = book.agencies.find(({ key, name, short }) => [key, name, short].includes(unit))
  if (!agency) return refusal('agency_unknown', { cell: cells.agency })
  const hours = readHours(cells.hours, book.hours)
  if (!hours) return refusal('hours_unreadable', { cell: cells.hours })
  const own = book.posts.filter((one) => one.agency === agency.key)
  const find = (cell: string) =>
    own.find(({ post, username }) => folded(post) === folded(cell) || username === folded(cell))
  const duty = find(cells.duty)
  if (!duty) return refusal('duty_unknown', { cell: cells.duty, agency: agency.short })
  const noSubstitute = folded(cells.substitute) === ''
  const substitute = noSubstitute ? null : find(cells.substitute)
  if (substitute === undefined) {
    return refusal('substitute_unknown', { cell: cells.substitute, agency: agency.short })
  }
  if (substitute?.id === duty.id) return refusal('same_post_twice', { cell: cells.duty })
  return ok({ agency: agency.key, day, ...hours, dutyId: duty.id, substituteId: substitute?.id ?? null })
}

/** The columns of a pasted table by the words of its head; null when the first row is already a turn. */
export function columnsOf(head: readonly string[]): RosterColumn[] | null {
  const found = head.map((cell) => rosterColumns.find((one) => headWords[one].test(folded(cell))))
  const known = found.filter(Boolean)
  return known.length >= 3 && new Set(known).size === known.length ? (found as RosterColumn[]) : null
}

const headWords: Record<RosterColumn, RegExp> = {
  day: /^(日期|值班日期|day|date)$/i,
  agency: /^(单位|部门|值班单位|agency|unit)$/i,
  hours: /^(班次|时间|时段|值班时间|hours|shift|time)$/i,
  duty: /^(值班员|值班|值班岗位|主班|duty|duty officer)$/i,
  substitute: /^(替班|替班员|备班|副班|substitute|stand-in)$/i,
}

/** 全天 is from the first shift's beginning to the same clock on the next day. */
const shiftWords: Record<string, string> = { 白班: 'day', 日班: 'day', 夜班: 'night', 晚班: 'night' }

function readHours(cell: string, hours: readonly Shift[]): Pick<Shift, 'from' | 'to'> | null {
  const typed = folded(cell)
  const named = hours.find(({ key }) => key === (shiftWords[typed] ?? typed.toLowerCase()))
  if (named) return { from: named.from, to: named.to }
  const [first] = hours
  if (/^(全天|24小时|24h)$/i.test(typed)) return first ? { from: first.from, to: first.from } : null
  const times = /^(?:当日)?(\d{1,2}):(\d\d)(?:-|~|—|–|至|到)+(?:次日|翌日)?(\d{1,2}):(\d\d)$/.exec(
    typed.replaceAll(' ', ''),
  )
  if (!times) return null
  const [from, to] = [clock(times[1], times[2]), clock(times[3], times[4])]
  return from && to ? { from, to } : null
}

function clock(hour = '', minute = ''): string | null {
  const valid = Number(hour) < 24 && Number(minute) < 60
  return valid ? `${hour.padStart(2, '0')}:${minute}` : null
}

/** 2026-11-23, 2026/11/23, 2026年11月23日, and without a year the next such day. */
function readDay(cell: string, today: string): string | null {
  const typed = folded(cell).replaceAll(' ', '')
  const whole = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\(.*\))?$/.exec(typed)
  if (whole) return dayOf(whole[1], whole[2], whole[3])
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?(?:\(.*\))?$/.exec(typed)
  if (!short) return null
  const year = Number(today.slice(0, 4))
  const near = dayOf(String(year), short[1], short[2])
  // In December a roster already names January; a day of last month is a slip, not next year.
  const later = dayOf(String(year + 1), short[1], short[2])
  return near && later && monthsBetween(near, today) > 6 ? later : near
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null
}

function monthsBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / (30 * 86_400_000)
}

/** Full-width digits, colons and blanks as spreadsheets bring them. */
function folded(cell: string): string {
  return cell.normalize('NFKC').trim()
}
