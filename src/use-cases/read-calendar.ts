import type { CalendarView } from '#contracts/clock.ts'
import { dueOf, legalLimits, limitOf } from '#domain/clock/limits.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { isWorkingDay, nextDay, type WorkingCalendar } from '#domain/clock/working-days.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { countDeadlines } from '#store/steps.ts'
import { notedYears, ownDays, refreshWorkingCalendar } from '#store/working-calendar.ts'
import type { Context } from './context.ts'

/** One year of the working calendar, what the office entered, and what the limits come to from today. */
export async function readCalendar(
  context: Context,
  { year }: { year: number | null },
): Promise<Result<CalendarView>> {
  const allowed = may(context.actor, 'see_calendar')
  if (!allowed.ok) return allowed
  const { db, now } = context
  const [calendar, notices, own, clocks] = await Promise.all([
    refreshWorkingCalendar(db),
    notedYears(db),
    ownDays(db),
    countDeadlines(db),
  ])
  const thisYear = Number(shanghaiDay(now).slice(0, 4))
  const shown = Math.min(Math.max(year ?? thisYear, thisYear - 1), thisYear + 2)
  const notice = notices.find((one) => one.year === shown)
  return ok({
    year: shown,
    noticed: calendar.noticed.has(shown),
    notice: notice ? { title: notice.title, by: notice.by, at: notice.at.toISOString() } : null,
    firstYear: thisYear - 1,
    lastYear: thisYear + 2,
    days: daysOf(calendar, shown, new Set(own.map(({ day }) => day))),
    own: own.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    clocks,
    examples: examplesFrom(calendar, now),
  })
}

function daysOf(calendar: WorkingCalendar, year: number, own: ReadonlySet<string>): CalendarView['days'] {
  const days: CalendarView['days'] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = nextDay(day)) {
    const moved = calendar.days.has(day)
    days.push({ day, working: isWorkingDay(calendar, day), moved, own: own.has(day) })
  }
  return days
}

/** The limits that count working days, as if they began now. */
function examplesFrom(calendar: WorkingCalendar, now: Date): CalendarView['examples'] {
  const inForce = { inSeason: false, limits: incidentRules().response.clocks }
  const limits = {
    paid_or_planned_II: limitOf('II', 'paid_or_planned', inForce),
    paid_or_planned_III: limitOf('III', 'paid_or_planned', inForce),
    ...legalLimits,
  }
  return Object.entries(limits).flatMap(([limit, one]) => {
    if (one?.in !== 'working_days') return []
    const { dueAt, provisional } = dueOf(one, now, calendar)
    return [{ limit, days: one.days, dueAt: dueAt.toISOString(), provisional }]
  })
}
