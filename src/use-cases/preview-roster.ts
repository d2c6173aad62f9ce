import type { RosterDay, RosterPreviewView } from '#contracts/roster.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import {
  columnsOf,
  type RosterBook,
  type RosterCells,
  type RosterColumn,
  type RosterLine,
  readRosterRow,
  rosterColumns,
} from '#domain/roster/read-roster-row.ts'
import { overlap, rosterDayOf, turnTimes } from '#domain/roster/turn.ts'
import { readRecords } from '#sources/csv-records.ts'
import { listAgencies } from '#store/agencies.ts'
import { listContacts } from '#store/contacts.ts'
import { dutyHours, turnsOfDay } from '#store/shifts.ts'
import type { Context } from './context.ts'

const mostRows = 3_000

/**
 * Reads a roster pasted from a spreadsheet, of which nothing is stored: every row that cannot be right is named with
 * its line, the good ones are ready to be saved.
 * Refusals: role_may_not, no_rows, too_many_rows { limit }.
 */
export async function previewRoster(
  context: Context,
  { text }: { text: string },
): Promise<Result<RosterPreviewView>> {
  const allowed = may(context.actor, 'see_roster')
  if (!allowed.ok) return allowed
  const records = readRecords(text, mostRows + 2)
  const head = columnsOf(records[0]?.cells ?? [])
  const rows = head ? records.slice(1) : records
  if (rows.length === 0) return refusal('no_rows')
  if (rows.length > mostRows) return refusal('too_many_rows', { limit: mostRows })
  const columns = head ?? [...rosterColumns]
  const book = await readBook(context)
  const today = rosterDayOf(context.now, book.hours)
  const good: (RosterLine & { line: number })[] = []
  const bad: RosterPreviewView['bad'] = []
  for (const { line, cells, broken } of rows) {
    const read = broken
      ? refusal('row_unreadable')
      : checkedRow(context, readRosterRow(cellsIn(cells, columns), book, today), good)
    if (read.ok) good.push({ ...read.value, line })
    else bad.push({ line, ...read.refusal, cells: cells.slice(0, rosterColumns.length) })
  }
  const days = daysOf(good)
  let replaced = 0
  for (const day of days) replaced += (await turnsOfDay(context.db, day)).length
  return ok({ days, turns: good.length, replaced, bad, columns })
}

async function readBook({ db }: Context): Promise<RosterBook> {
  const [agencies, contacts, hours] = await Promise.all([listAgencies(db), listContacts(db), dutyHours(db)])
  return { agencies, posts: contacts, hours }
}

/** Of an agency the reader may write for, and of no time that a row above has already taken. */
function checkedRow(
  { actor }: Context,
  read: Result<RosterLine>,
  above: readonly (RosterLine & { line: number })[],
): Result<RosterLine> {
  if (!read.ok) return read
  const { agency, day } = read.value
  const allowed = may(actor, 'manage_roster', { agency })
  if (!allowed.ok) return refusal('roster_not_yours', { agency })
  const taken = above.find(
    (one) =>
      one.agency === agency && one.day === day && overlap(turnTimes(day, one), turnTimes(day, read.value)),
  )
  return taken ? refusal('overlaps_line', { line: taken.line }) : read
}

function cellsIn(cells: readonly string[], columns: readonly RosterColumn[]): RosterCells {
  const cell = (column: RosterColumn) => cells[columns.indexOf(column)] ?? ''
  return {
    day: cell('day'),
    agency: cell('agency'),
    hours: cell('hours'),
    duty: cell('duty'),
    substitute: cell('substitute'),
  }
}

function daysOf(lines: readonly RosterLine[]): RosterDay[] {
  const days = new Map<string, RosterDay>()
  for (const { agency, day, from, to, dutyId, substituteId } of lines) {
    const key = `${agency} ${day}`
    const known = days.get(key) ?? { agency, day, turns: [] }
    known.turns.push({ from, to, dutyId, substituteId })
    days.set(key, known)
  }
  return [...days.values()]
}
