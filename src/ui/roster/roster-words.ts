'use client'

import { useTranslations } from 'use-intl/react'
import type { GapView, RosterView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { shanghaiAt } from '#domain/clock/shanghai.ts'
import { clockOf } from '#domain/clock/shifts.ts'
import { nextDay } from '#domain/clock/working-days.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'

/** 11 月 23 日 周一, as a roster is read. */
export function useDayWords(): (day: string) => string {
  const t = useTranslations('time')
  const weekday = useTranslations('time.weekday')
  return (day) => {
    const [, month = '', date = ''] = day.split('-')
    const names = ['0', '1', '2', '3', '4', '5', '6'] as const
    const name = names[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '0'
    return `${t('date', { month: Number(month), day: Number(date) })} ${weekday(name)}`
  }
}

/** 08:30–17:30 */
export function hoursWords({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return `${clockMinutes(startsAt)}–${clockMinutes(endsAt)}`
}

/** A post without its agency's name before it, where the row says it already. */
export function postWords(roster: RosterView, id: string | null, agency: AgencyView | undefined): string {
  const name = roster.posts.find((one) => one.id === id)?.post ?? ''
  const short = agency?.short ?? ''
  return name.startsWith(short) && name.length > short.length ? name.slice(short.length) : name
}

/** The holes of one agency that lie in one day of the roster, cut to it: it begins with the first shift. */
export function gapsOfDay(roster: RosterView, agency: string, day: string): GapView[] {
  const { hour, minute } = clockOf(roster.hours.shifts[0]?.from ?? '00:00')
  const [from, to] = [shanghaiAt(day, hour, minute), shanghaiAt(nextDay(day), hour, minute)]
  return roster.gaps
    .filter((gap) => gap.agency === agency && new Date(gap.from) < to && new Date(gap.to) > from)
    .map((gap) => ({
      agency,
      from: new Date(Math.max(Date.parse(gap.from), from.getTime())).toISOString(),
      to: new Date(Math.min(Date.parse(gap.to), to.getTime())).toISOString(),
    }))
}
