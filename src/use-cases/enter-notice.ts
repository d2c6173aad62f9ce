import type { EnterNotice } from '#contracts/clock.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { statutoryDays } from '#store/statutory-days.ts'
import { isAnnounced, saveNotice } from '#store/working-calendar.ts'
import { type Context, recordedActor } from './context.ts'
import { turnCalendar } from './turn-calendar.ts'

/**
 * The State Council's notice for a year is out: its days count from now on, and the year is provisional no longer.
 * Refusals: year_announced { year }, day_of_other_year { day }, day_off_and_worked { day }, holiday_missing { day },
 * worked_on_weekday { day }, not_signed_in, role_may_not.
 */
export async function enterNotice(context: Context, notice: EnterNotice): Promise<Result<true>> {
  const allowed = may(context.actor, 'manage_calendar')
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  const wrong = problemOf(notice)
  if (wrong) return refusal(wrong.code, wrong.details)
  return context.db.transaction(async (tx) => {
    await saveNotice(tx, { ...notice, by, at: context.now })
    await turnCalendar(context, tx, { what: 'notice', subject: String(notice.year), reason: notice.title })
    return ok(true)
  })
}

type Problem = { code: string; details: Record<string, string | number> }

function problemOf({ year, rest, work }: EnterNotice): Problem | null {
  if (isAnnounced(year)) return { code: 'year_announced', details: { year } }
  const off = new Set(rest)
  const stray = [...rest, ...work].find((day) => !belongsTo(day, year))
  if (stray) return { code: 'day_of_other_year', details: { day: stray } }
  const both = work.find((day) => off.has(day))
  if (both) return { code: 'day_off_and_worked', details: { day: both } }
  const weekday = work.find((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
  if (weekday) return { code: 'worked_on_weekday', details: { day: weekday } }
  const missing = statutoryDays(year).find((day) => !off.has(day))
  return missing ? { code: 'holiday_missing', details: { day: missing } } : null
}

/** The days around New Year may lie in the December before. */
function belongsTo(day: string, year: number): boolean {
  return day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
}
