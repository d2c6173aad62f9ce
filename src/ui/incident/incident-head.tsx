'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import { standingOf } from '#domain/grading/decision.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { clockSeconds } from '#ui/time/shanghai.ts'
import { useGradeWords } from './grade-words.ts'
import { usePlaceName } from './place-name.ts'

/** Which incident, where, since when, why this grade; at its right what can be done. */
export function IncidentHead({
  incident,
  agencies,
  reasonOpen,
  toggleReason,
  drill,
  children,
}: {
  incident: IncidentView
  agencies: AgencyView[]
  reasonOpen: boolean
  toggleReason: () => void
  drill: boolean
  children: ReactNode
}) {
  const t = useTranslations('incident')
  const grading = useTranslations('grading')
  const grade = useGradeWords()
  const placeName = usePlaceName(agencies)
  const { place, headline, number, firstSeenAt, gradeDecision = null } = incident
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <GradeBadge grade={incident.grade} size={56} />
      <div className="min-w-0 flex-1 basis-80">
        <h1 className="flex items-baseline gap-3 text-desk-title leading-[1.35] font-bold text-t1">
          <span className="truncate" title={headline}>
            {placeName(place)} {headline}
          </span>
          <span className="unbroken text-[1rem] font-normal text-t3">{number}</span>
          {drill ? <span className="unbroken text-desk-body font-black text-t2">{t('drill')}</span> : null}
        </h1>
        <p className="truncate text-desk-body text-t2">
          {incident.gradeReason.generalPlan ? (
            <strong className="mr-2 font-bold text-t1">{grading('generalPlanShort')}</strong>
          ) : null}
          {[
            place?.county ?? null,
            t('found', { time: clockSeconds(firstSeenAt) }),
            grade.brief(incident),
            grading(`standing.${standingOf({ ...incident, gradeDecision })}`),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          <button
            type="button"
            aria-expanded={reasonOpen}
            onClick={toggleReason}
            className="text-accent underline underline-offset-4"
          >
            {t('reason')}
          </button>
        </p>
      </div>
      {children}
    </header>
  )
}
