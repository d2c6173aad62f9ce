'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { CalendarView } from '#contracts/clock.ts'

type Day = CalendarView['days'][number]
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

/** Twelve small months, the week from Monday; a day that differs from its week is filled (休) or framed (班). */
export function YearGrid({
  calendar: { days, noticed },
  choose,
}: {
  calendar: CalendarView
  /** Null where the reader may change nothing. */
  choose: ((day: string) => void) | null
}) {
  const t = useTranslations('calendar')
  const months = Array.from({ length: 12 }, (_, month) =>
    days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1),
  )
  return (
    <>
      <Legend />
      <ol className="mt-3 grid gap-3 sm:grid-cols-3 xl:grid-cols-4">
        {months.map((month, index) => (
          <li
            key={month[0]?.day}
            className={clsx(
              'rounded-control border p-2',
              noticed ? 'border-line' : 'border-dashed border-t3',
            )}
          >
            <h3 className="mb-1 text-desk-head font-semibold">{t('month', { month: index + 1 })}</h3>
            <div className="grid grid-cols-7 gap-px text-center text-desk-meta">
              {weekdays.map((weekday) => (
                <span key={weekday} aria-hidden className="text-t3">
                  {t(`weekday.${weekday}`)}
                </span>
              ))}
              {month.map((day, at) => (
                <DayCell key={day.day} day={day} first={at === 0} choose={choose} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

/** 休 filled, 班 framed, as the legend says. */
function lookOf({ moved, working }: Pick<Day, 'moved' | 'working'>): string {
  if (!moved) return working ? 'text-t1' : 'text-t3'
  return working ? 'text-t1 outline-1 -outline-offset-1 outline-t2' : 'bg-s3 text-t1'
}

function Legend() {
  const t = useTranslations('calendar')
  return (
    <p className="mt-3 flex gap-5 text-desk-meta text-t2">
      {[true, false].map((working) => (
        <span key={String(working)} className="flex items-center gap-2">
          <span aria-hidden className={clsx('size-4 rounded-[2px]', lookOf({ moved: true, working }))} />
          {t(working ? 'workMark' : 'restMark')}
        </span>
      ))}
    </p>
  )
}

function DayCell({
  day,
  first,
  choose,
}: {
  day: Day
  first: boolean
  choose: ((day: string) => void) | null
}) {
  const t = useTranslations('calendar')
  const column = first ? ((new Date(`${day.day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1 : undefined
  const look = clsx(
    'min-w-0 rounded-[2px] py-[3px] leading-none tabular-nums max-md:min-h-11 max-md:content-center',
    lookOf(day),
    day.own && 'font-bold underline decoration-2 underline-offset-2',
  )
  const words = t('dayWords', { day: day.day, kind: day.working ? 'work' : 'rest' })
  const inside = Number(day.day.slice(8))
  const style = column ? { gridColumnStart: column } : undefined
  if (!choose) {
    return (
      <span title={words} className={look} style={style}>
        {inside}
      </span>
    )
  }
  return (
    <button
      type="button"
      title={words}
      aria-label={words}
      onClick={() => choose(day.day)}
      className={clsx(look, 'hover:bg-s2')}
      style={style}
    >
      {inside}
    </button>
  )
}
