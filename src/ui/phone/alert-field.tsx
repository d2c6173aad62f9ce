'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, AlertView, GradeView, IncidentView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { postsSince, useLadderWords, useLapseWords } from '#ui/incident/next-for-agency.tsx'
import { acceptanceState, shareLeft } from '#ui/primitives/acceptance-state.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { DrainBar } from '#ui/primitives/drain-bar.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { GradeNumeral } from '#ui/primitives/grade-numeral.tsx'
import { GradeShape } from '#ui/primitives/grade-shape.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import { clockMinutes, clockSeconds } from '#ui/time/shanghai.ts'
import { timeLeft } from '#ui/time/time-left.ts'

/** The block in the grade's colour: who is asked, how long is left, and what happens at zero. */
export function AlertField({
  incident,
  alert,
  agencies,
  now,
  drill,
}: {
  incident: IncidentView
  alert: AlertView
  agencies: AgencyView[]
  now: number
  drill: boolean
}) {
  const t = useTranslations('incident')
  const grade = useTranslations('grade')
  const ladder = useLadderWords()
  const state = acceptanceState(alert, now)
  const overdue = state === 'overdue'
  const why = useLapseWords()(alert)
  const again = postsSince(alert, incident)
  if (alert.state === 'accepted') return <AcceptedField incident={incident} alert={alert} />
  const { field, ink } = fieldColours(incident.grade)
  return (
    <section className="flex flex-none flex-col px-6 pt-6 pb-5" style={{ background: field, color: ink }}>
      <header className="flex items-center gap-4">
        <svg viewBox="0 0 48 48" aria-hidden className="size-16 flex-none">
          <GradeShape grade={incident.grade} fill={ink} />
          <GradeNumeral grade={incident.grade} color={field} />
        </svg>
        <div className="min-w-0">
          <h1 className={clsx('leading-tight font-bold', drill ? 'text-[1.1875rem]' : 'text-phone-headline')}>
            {drill ? t('drillFirst') : null}
            {t('askAccept', { grade: grade(incident.grade), agency: agencyName(agencies, alert.agency) })}
          </h1>
          <p className="text-[0.9375rem]">
            {why && alert.lapse
              ? t('lease.lapsedAt', { time: clockMinutes(alert.lapse.at), why })
              : t('deliveredAt', { time: clockMinutes(alert.raisedAt) })}
            {again > 0 ? ` · ${t('lease.again', { count: again })}` : null}
          </p>
        </div>
      </header>
      <Countdown
        dueAt={alert.dueAt}
        now={now}
        className={clsx('mt-4 leading-none !text-current', countdownSize(alert.dueAt, now))}
      />
      <span
        className="mt-5 block h-[10px] overflow-hidden rounded-[2px]"
        style={{ background: `color-mix(in srgb, ${ink} 22%, ${field})` }}
      >
        <DrainBar share={shareLeft(alert, now)} height={10} overdue={overdue} hatched={state === 'lapsed'} />
      </span>
      <p className="mt-3 flex flex-wrap justify-between gap-x-4 text-[0.9375rem]">
        <time dateTime={alert.dueAt} className="unbroken">
          {t(overdue ? 'wasDueAt' : 'dueAt', { time: clockSeconds(alert.dueAt) })}
        </time>
        <span>{ladder(alert)}</span>
      </p>
    </section>
  )
}

/** Nothing is owed any more, so the light goes out. */
function AcceptedField({ incident, alert }: { incident: IncidentView; alert: AlertView }) {
  const t = useTranslations('incident')
  return (
    <section className="flex flex-none items-center gap-4 bg-s2 px-6 py-6">
      <GradeBadge grade={incident.grade} size={56} />
      <p className="flex items-center gap-2 text-phone-figure font-semibold text-t1">
        <Tick />
        {alert.acceptedAt ? t('press.accepted', { time: clockSeconds(alert.acceptedAt) }) : null}
      </p>
    </section>
  )
}

/** A Ⅰ has its own red field; 关注 has no colour and takes paper. */
function fieldColours(grade: GradeView): { field: string; ink: string } {
  if (grade === 'I') return { field: 'var(--grade-one-field)', ink: '#ffffff' }
  if (grade === 'watch') return { field: 'var(--paper)', ink: 'var(--ink)' }
  const key = { II: '2', III: '3', IV: '4' }[grade]
  return { field: `var(--grade-${key}-fill)`, ink: `var(--grade-${key}-num)` }
}

/** mm:ss fills the width; longer forms must still fit on it. */
function countdownSize(dueAt: string, now: number): string {
  const { form } = timeLeft(dueAt, now)
  if (form === 'minutes') return 'text-phone-countdown font-bold'
  return form === 'over' || form === 'hours' ? 'text-[5.25rem] font-bold' : 'text-[3.5rem] font-semibold'
}
