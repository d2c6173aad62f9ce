'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { CalendarView } from '#contracts/clock.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { RulesTabs } from '#ui/rules/rules-tabs.tsx'
import { dayOf } from '#ui/time/day-of.ts'
import { DayDialog } from './day-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { OwnDays } from './own-days.tsx'
import { YearGrid } from './year-grid.tsx'

/** Which days are worked, on whose word, and what a limit comes to from today. */
export function CalendarPage({
  calendar,
  agencies,
  mayEdit,
  mayRule,
}: {
  calendar: CalendarView
  agencies: AgencyView[]
  mayEdit: boolean
  /** Whether the other rules are this reader's too. */
  mayRule: boolean
}) {
  const t = useTranslations('calendar')
  const [day, setDay] = useState<string | null>(null)
  const [noticing, setNoticing] = useState(false)
  const chosen = calendar.days.find((one) => one.day === day)
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        {mayRule ? <RulesTabs view="calendar" /> : null}
        <p className="text-desk-body text-t2 md:ml-auto">{t('note')}</p>
      </header>
      <div className="grid items-start gap-3 lg:grid-cols-[1fr_400px]">
        <Panel caption={t('year', { year: calendar.year })} aside={<Years calendar={calendar} />}>
          <Standing calendar={calendar} agencies={agencies} />
          <YearGrid calendar={calendar} choose={mayEdit ? setDay : null} />
          {mayEdit && !calendar.noticed ? (
            <Button className="mt-3" variant="primary" onClick={() => setNoticing(true)}>
              {t('enterNotice', { year: calendar.year })}
            </Button>
          ) : null}
        </Panel>
        <div className="flex min-w-0 flex-col gap-3">
          <OwnDays calendar={calendar} agencies={agencies} mayEdit={mayEdit} />
          <Examples calendar={calendar} />
        </div>
      </div>
      {chosen ? <DayDialog day={chosen} close={() => setDay(null)} /> : null}
      {noticing ? <NoticeDialog year={calendar.year} close={() => setNoticing(false)} /> : null}
    </div>
  )
}

function Years({ calendar: { year, firstYear, lastYear } }: { calendar: CalendarView }) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  return (
    <nav className="flex gap-3 text-desk-body">
      {years.map((one) => (
        <Link
          key={one}
          href={`/admin/calendar?year=${one}`}
          aria-current={one === year ? 'page' : undefined}
          className={clsx(
            'border-b-2 text-center max-md:min-w-12 max-md:py-3',
            one === year ? 'border-accent font-semibold text-t1' : 'border-transparent text-t2',
          )}
        >
          {one}
        </Link>
      ))}
    </nav>
  )
}

/** What the year rests on; without a notice it says how many clocks depend on a guess. */
function Standing({ calendar, agencies }: { calendar: CalendarView; agencies: AgencyView[] }) {
  const t = useTranslations('calendar')
  const { noticed, notice, clocks, year } = calendar
  if (!noticed) {
    return (
      <p className="mt-2 rounded-control border-2 border-dashed border-t3 px-3 py-2 text-desk-body text-t1">
        <strong className="mr-2 font-semibold">{t('provisional')}</strong>
        {t('provisionalNote', { year, count: clocks.provisional })}
      </p>
    )
  }
  const who = notice ? agencyName(agencies, notice.by.agency) || notice.by.post : ''
  return (
    <p className="mt-2 text-desk-body text-t2">
      {notice ? t('noticeBy', { title: notice.title, who, day: dayOf(notice.at) }) : t('noticeKnown')}
    </p>
  )
}

function Examples({ calendar: { examples } }: { calendar: CalendarView }) {
  const t = useTranslations('calendar')
  return (
    <Panel caption={t('examples')} note={t('examplesNote')}>
      <ul className="mt-2 text-desk-body">
        {examples.map(({ limit, days, dueAt, provisional }) => (
          <li key={limit} className="flex items-baseline justify-between gap-3 border-t border-line py-2">
            <span className="min-w-0 text-t1">
              {t(`limit.${limit as 'reviewed'}`)} <span className="text-t3">{t('days', { days })}</span>
            </span>
            <span className={clsx('unbroken', provisional && 'border-b border-dashed border-t3')}>
              {dayOf(dueAt)}
              {provisional ? <small className="ml-1 text-desk-meta text-t3">{t('provisional')}</small> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
