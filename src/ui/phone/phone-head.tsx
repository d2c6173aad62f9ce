'use client'

import { useTranslations } from 'use-intl/react'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { nextDuty } from '#ui/desk/desk-queue.ts'
import { dutyWords } from '#ui/desk/queue-row.tsx'
import { agencyName } from '#ui/incident/agency-names.ts'
import { usePlaceName } from '#ui/incident/place-name.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'

/** Way back, badge, place, and the clock that matters to me. */
export function PhoneHead({
  incident,
  person,
  agencies,
  now,
  drill,
  back,
}: {
  incident: IncidentView
  person: Person
  agencies: AgencyView[]
  now: number
  drill: boolean
  back: () => void
}) {
  const t = useTranslations('incident')
  const placeName = usePlaceName(agencies)
  const next = nextDuty(incident, person.agency, agencies)
  const act = next ? dutyWords(t, next.act) : ''
  const who = next?.mine ? t('ours') : agencyName(agencies, next?.agency ?? null)
  return (
    <header className="flex h-[84px] flex-none items-center gap-3 pr-4">
      <button
        type="button"
        aria-label={t('backToList')}
        onClick={back}
        className="grid h-14 w-12 flex-none place-items-center"
      >
        <svg viewBox="0 0 24 24" aria-hidden className="size-6">
          <path d="M15.5 4L7.5 12L15.5 20" fill="none" stroke="currentColor" strokeWidth="3" />
        </svg>
      </button>
      <GradeBadge grade={incident.grade} size={44} />
      <h1 className="min-w-0 flex-1">
        <span className="block truncate text-phone-headline leading-tight font-bold">
          {drill ? <span className="mr-2 font-black text-t2">{t('drill')}</span> : null}
          {placeName(incident.place)}
        </span>
        <span className="block truncate text-[0.9375rem] text-t2">{incident.headline}</span>
      </h1>
      {next ? (
        <p className="flex-none text-right">
          <StepCountdown
            step={next.step ?? next}
            now={now}
            className="block text-phone-figure leading-tight font-bold max-[380px]:text-phone-headline"
          />
          <span className="text-desk-head text-t2">{t('whoDoes', { who, act })}</span>
        </p>
      ) : null}
    </header>
  )
}
