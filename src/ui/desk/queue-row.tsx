'use client'

import clsx from 'clsx'
import { memo } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { usePlaceName } from '#ui/incident/place-name.ts'
import { AcceptanceSquares } from '#ui/primitives/acceptance-squares.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { timeLeft } from '#ui/time/time-left.ts'
import type { NextDuty, QueueRow as QueuedIncident } from './desk-queue.ts'

type Given = {
  row: QueuedIncident
  agencies: AgencyView[]
  now: number
  selected: boolean
  /** Arrived while this screen was open. */
  fresh: boolean
  cut: boolean
  drill: boolean
  /** An acceptance is kept on this device and not delivered. */
  pending: boolean
  select: (incidentId: string) => void
}

/** One incident in the queue: how bad, where, what, who owes, how long. Drawn anew only when it looks different. */
export const QueueRow = memo(Row, looksTheSame)

/** What is owed next follows from the incident, so a press elsewhere leaves this row alone. */
function looksTheSame(before: Given, after: Given): boolean {
  const { row, ...rest } = after
  if (row.incident !== before.row.incident) return false
  return (Object.keys(rest) as (keyof typeof rest)[]).every((name) => Object.is(rest[name], before[name]))
}

function Row({ row, agencies, now, selected, fresh, cut, drill, pending, select }: Given) {
  const t = useTranslations('incident')
  const { incident, next } = row
  const placeName = usePlaceName(agencies)
  return (
    <li className="border-b border-line">
      <button
        type="button"
        data-incident={incident.id}
        aria-current={selected}
        onClick={() => select(incident.id)}
        className={clsx(
          'relative flex h-12 w-full items-center gap-4 px-4 text-left max-md:h-[68px]',
          selected ? 'bg-s3' : 'hover:bg-s2',
          fresh && 'motion-arrive',
        )}
      >
        {selected ? <span aria-hidden className="absolute inset-y-0 left-0 w-1 bg-accent" /> : null}
        <GradeBadge grade={incident.grade} size={26} tone={cut ? 'grey' : 'normal'} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2 text-desk-body leading-[1.4] max-md:text-phone-body">
            <strong className="max-w-[9em] flex-none truncate font-semibold text-t1">
              {placeName(incident.place)}
            </strong>
            <span className="truncate text-t2">{incident.headline}</span>
          </span>
          <span className="mt-[2px] flex items-center gap-2 text-desk-meta">
            <AcceptanceSquares
              agencies={agencies}
              alerts={incident.alerts}
              now={now}
              size={18}
              unknown={cut}
            />
            {isLifeThreatened(incident) ? (
              <strong className="unbroken font-bold text-t1">{t('lifeTag')}</strong>
            ) : null}
            <DutyWords next={next} agencies={agencies} />
            {pending ? <span className="unbroken font-semibold text-t1">{t('pending')}</span> : null}
            {drill ? <span className="unbroken font-black text-t3">{t('drill')}</span> : null}
          </span>
        </span>
        {next ? (
          <StepCountdown
            step={next.step ?? next}
            now={now}
            className={clsx('leading-none', cut ? 'text-t3' : 'font-semibold', countdownSize(next, now))}
          />
        ) : null}
      </button>
    </li>
  )
}

function DutyWords({ next, agencies }: { next: NextDuty | null; agencies: AgencyView[] }) {
  const t = useTranslations('incident')
  if (!next) return <span className="truncate text-t3">{t('nothingOwed')}</span>
  const act = dutyWords(t, next.act)
  const who = next.mine ? t('ours') : agencyName(agencies, next.agency)
  return (
    <span className={clsx('truncate', next.mine ? 'font-bold text-t1' : 'text-t2')}>
      {t('whoDoes', { who, act })}
    </span>
  )
}

/** 接收, 报进展, or the name of a step. */
export function dutyWords(t: ReturnType<typeof useTranslations<'incident'>>, act: NextDuty['act']): string {
  if (act === 'accept') return t('accept')
  return act === 'progress' ? t('promised.progress') : t(`step.${act}`)
}

/** Deadlines written in words stand quieter and smaller than running figures. */
function countdownSize({ dueAt }: NextDuty, now: number): string {
  const { form } = timeLeft(dueAt, now)
  return form === 'tomorrow' || form === 'date' ? 'text-desk-body' : 'text-desk-queue'
}
