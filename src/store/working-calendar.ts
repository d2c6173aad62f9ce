import { createHash } from 'node:crypto'
import announced from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { asc, eq } from 'drizzle-orm'
import type { DayKind, WorkingCalendar } from '#domain/clock/working-days.ts'
import seed from '#seeds/working-days.json' with { type: 'json' }
import type { Queryable, Transaction } from './database.ts'
import { statutoryDays } from './statutory-days.ts'
import { calendarDay, calendarNotice, calendarVersion } from './tables/step.ts'

export type Notice = { year: number; title: string; rest: string[]; work: string[] }
export type OwnDay = { day: string; kind: DayKind; reason: string }
export type NoticeRow = typeof calendarNotice.$inferSelect
export type OwnDayRow = typeof calendarDay.$inferSelect

/** Years beyond the last announced one that are counted provisionally. */
const yearsAhead = 3

const slot = Symbol.for('anxin.workingCalendar')
/** One per process, also where Next and the server bundle this file twice. */
const shared = globalThis as { [slot]?: WorkingCalendar }

/** The calendar as this process last heard of it; library and seed until then. */
export function workingCalendar(): WorkingCalendar {
  shared[slot] ??= calendarOf(0, [], [])
  return shared[slot]
}

/** Loads the calendar in force, when another is in force than this process counts by. */
export async function refreshWorkingCalendar(db: Queryable): Promise<WorkingCalendar> {
  const [row] = await db.select().from(calendarVersion).where(eq(calendarVersion.id, 1))
  const version = row?.version ?? 0
  if (version !== workingCalendar().version) shared[slot] = await loadCalendar(db, version)
  return workingCalendar()
}

/** How soon the web notices that another calendar is in force. */
const noticeEveryMs = 2_000

/** Keeps this process counting by the calendar in force, until closed. */
export function keepWorkingCalendar(db: Queryable, failed: (error: unknown) => void): { close(): void } {
  const look = () => void refreshWorkingCalendar(db).catch(failed)
  look()
  const timer = setInterval(look, noticeEveryMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}

/** The calendar as the tables have it, whatever this process has heard. */
export async function loadCalendar(db: Queryable, version: number): Promise<WorkingCalendar> {
  const [notices, days] = await Promise.all([notedYears(db), ownDays(db)])
  return calendarOf(version, notices, days)
}

/** Notices the office has entered, by year. */
export async function notedYears(db: Queryable): Promise<NoticeRow[]> {
  return db.select().from(calendarNotice).orderBy(asc(calendarNotice.year))
}

/** Single days the office has entered. */
export async function ownDays(db: Queryable): Promise<OwnDayRow[]> {
  return db.select().from(calendarDay).orderBy(asc(calendarDay.day))
}

export async function saveOwnDay(tx: Transaction, row: OwnDayRow): Promise<void> {
  const { day, ...rest } = row
  await tx.insert(calendarDay).values(row).onConflictDoUpdate({ target: calendarDay.day, set: rest })
}

/** Takes a day back; false when nobody had entered it. */
export async function removeOwnDay(tx: Transaction, day: string): Promise<boolean> {
  const rows = await tx
    .delete(calendarDay)
    .where(eq(calendarDay.day, day))
    .returning({ day: calendarDay.day })
  return rows.length > 0
}

export async function saveNotice(tx: Transaction, row: NoticeRow): Promise<void> {
  const { year, ...rest } = row
  await tx.insert(calendarNotice).values(row).onConflictDoUpdate({ target: calendarNotice.year, set: rest })
}

/**
 * Gives the calendar a new version when its days are others than before: entered ones, or ones a new edition of the
 * library or of the seed has brought. Null when nothing changed. Writers wait for one another.
 */
export async function turnCalendar(
  tx: Transaction,
  now: Date,
): Promise<{ calendar: WorkingCalendar; first: boolean } | null> {
  await tx
    .insert(calendarVersion)
    .values({ id: 1, version: 0, fingerprint: '', at: now })
    .onConflictDoNothing()
  const [row] = await tx.select().from(calendarVersion).where(eq(calendarVersion.id, 1)).for('update')
  const known = row ?? { version: 0, fingerprint: '' }
  const calendar = await loadCalendar(tx, known.version + 1)
  const fingerprint = fingerprintOf(calendar)
  if (fingerprint === known.fingerprint) return null
  await tx
    .update(calendarVersion)
    .set({ version: calendar.version, fingerprint, at: now })
    .where(eq(calendarVersion.id, 1))
  return { calendar, first: known.fingerprint === '' }
}

/** Announced days from the library, then the seed, then the office; years without notice by the law's fixed days. */
export function calendarOf(
  version: number,
  notices: readonly Notice[],
  ownDays: readonly Pick<OwnDay, 'day' | 'kind'>[],
): WorkingCalendar {
  const days = new Map<string, DayKind>()
  for (const day of Object.keys(announced.holidays)) days.set(day, 'rest')
  for (const day of Object.keys(announced.workdays)) days.set(day, 'work')
  const noticed = new Set(announcedYears)
  const all = [...(seed.notices as Notice[]), ...notices]
  for (const { year } of all) noticed.add(year)
  const last = Math.max(...noticed)
  for (let year = announcedYears[0] as number; year <= last + yearsAhead; year += 1) {
    if (!noticed.has(year)) for (const day of statutoryDays(year)) days.set(day, 'rest')
  }
  for (const { rest, work } of all) {
    for (const day of rest) days.set(day, 'rest')
    for (const day of work) days.set(day, 'work')
  }
  for (const { day, kind } of [...(seed.days as OwnDay[]), ...ownDays]) days.set(day, kind)
  return { version, noticed, days }
}

/** Whether the product itself comes with the notice of a year. */
export function isAnnounced(year: number): boolean {
  return announcedYears.includes(year) || (seed.notices as Notice[]).some((one) => one.year === year)
}

/** Years whose notice the library knows, the first first. */
const announcedYears: readonly number[] = [
  ...new Set(Object.keys(announced.holidays).map((day) => Number(day.slice(0, 4)))),
].sort((a, b) => a - b)

function fingerprintOf({ noticed, days }: WorkingCalendar): string {
  const lines = [...[...noticed].map(String), ...[...days].map(([day, kind]) => `${day} ${kind}`)].sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
