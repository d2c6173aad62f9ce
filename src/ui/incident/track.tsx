'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, IncidentView, StepView } from '#contracts/views.ts'
import { acceptanceState, owesAcceptance } from '#ui/primitives/acceptance-state.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { agencyName } from './agency-names.ts'
import { TileMark } from './drill-mark.tsx'
import { StepDot } from './step-dot.tsx'
import { ownersOfTrack, stepsOfTrack, type Track } from './step-duty.ts'

type TrackFacts = { incident: IncidentView; track: Track; agencies: AgencyView[]; now: number; cut: boolean }

/** One column of steps with its owners and its nearest clock. */
export function TrackColumn({ surface, ...facts }: TrackFacts & { surface: 'desk' | 'phone' }) {
  const t = useTranslations('incident')
  const { incident, track, agencies, now, cut } = facts
  const steps = stepsOfTrack(incident, track)
  const open = steps.find(({ doneAt }) => doneAt === null)
  const owed = owedAcceptance(facts)
  const owners = ownersOfTrack(incident, track, agencies).map((key) => agencyName(agencies, key))
  const phone = surface === 'phone'
  return (
    <section
      className={clsx(
        'min-w-0',
        phone
          ? 'border-t border-line py-4'
          : 'relative isolate overflow-hidden rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge',
      )}
    >
      {phone ? null : <TileMark />}
      <header className="flex min-h-7 items-center justify-between gap-3">
        <h2 className={clsx('truncate font-semibold', phone ? 'text-phone-body' : 'text-desk-head')}>
          {t(`track.${track}`)}
          <span className="ml-3 font-normal text-t3">{owners.join(t('fact.join'))}</span>
        </h2>
        {phone ? null : (
          <NearestClock dueAt={owed?.dueAt ?? open?.dueAt} owed={Boolean(owed)} cut={cut} now={now} />
        )}
      </header>
      <ol className={clsx('mt-2 flex flex-col', phone ? 'gap-3' : 'gap-[6px]')}>
        {owed ? (
          <Item
            dot="owed"
            name={t('accept')}
            note={t('acceptOwed', { agency: agencyName(agencies, owed.agency) })}
          >
            <Countdown dueAt={owed.dueAt} now={now} className="font-semibold" />
          </Item>
        ) : null}
        {steps.map((step) => (
          <StepItem key={step.step} step={step} isNext={step === open} agencies={agencies} now={now} />
        ))}
        {steps.length === 0 ? <li className="text-desk-body text-t3">{t(`trackEmpty.${track}`)}</li> : null}
      </ol>
    </section>
  )
}

/** The acceptance that holds this track up: of its owners, the first who has not accepted. */
function owedAcceptance({ incident, track, agencies, now }: TrackFacts) {
  const owners = ownersOfTrack(incident, track, agencies)
  return incident.alerts.find(
    (alert) => owners.includes(alert.agency) && owesAcceptance(acceptanceState(alert, now)),
  )
}

function StepItem({
  step,
  isNext,
  agencies,
  now,
}: {
  step: StepView
  isNext: boolean
  agencies: AgencyView[]
  now: number
}) {
  const t = useTranslations('incident')
  const { doneAt, doneBy, note } = step
  const by = doneBy ? agencyName(agencies, doneBy.agency) || doneBy.post : null
  return (
    <Item
      dot={doneAt ? 'done' : isNext ? 'now' : 'later'}
      name={t(`step.${step.step}`)}
      note={[by, note].filter(Boolean).join(t('fact.join')) || null}
    >
      {doneAt ? (
        <time dateTime={doneAt} className="unbroken text-t2">
          {clockMinutes(doneAt)}
        </time>
      ) : (
        <Countdown dueAt={step.dueAt} now={now} className={isNext ? 'font-semibold' : 'text-t2'} />
      )}
    </Item>
  )
}

function Item({
  dot,
  name,
  note,
  children,
}: {
  dot: 'done' | 'now' | 'owed' | 'later'
  name: string
  note?: string | null
  children: ReactNode
}) {
  const quiet = dot === 'done' || dot === 'later'
  return (
    <li className="flex items-start gap-3 text-desk-body max-md:text-phone-body">
      <StepDot look={dot} />
      <span className="min-w-0 flex-1">
        <span className={clsx(quiet ? 'text-t2' : 'font-medium text-t1')}>{name}</span>
        {note ? (
          <span className="block truncate text-desk-meta text-t2" title={note}>
            {note}
          </span>
        ) : null}
      </span>
      {children}
    </li>
  )
}

function NearestClock({
  dueAt,
  owed,
  cut,
  now,
}: {
  dueAt: string | undefined
  owed: boolean
  /** Without a link nobody's debt is known: the paper becomes an outline. */
  cut: boolean
  now: number
}) {
  if (!dueAt) return null
  return (
    <Countdown
      dueAt={dueAt}
      now={now}
      className={clsx(
        'text-desk-track leading-none font-semibold',
        owed && 'rounded-control px-2 py-[3px]',
        owed && (cut ? 'outline-2 -outline-offset-2 outline-t2' : 'bg-paper text-ink'),
      )}
    />
  )
}
