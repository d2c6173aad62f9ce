'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, IncidentView, StepName, StepView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { acceptanceState, owesAcceptance } from '#ui/primitives/acceptance-state.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { agencyName } from './agency-names.ts'
import { ClockDialog } from './clock-dialog.tsx'
import { TileMark } from './drill-mark.tsx'
import { mayPause } from './incident-right.ts'
import { ownersOfTrack, stepsOfTrack, type Track } from './step-duty.ts'
import { StepLine, StepRow } from './step-row.tsx'

type TrackFacts = {
  incident: IncidentView
  track: Track
  agencies: AgencyView[]
  person: Person
  now: number
  cut: boolean
}

/** One column of steps with its owners and its nearest clock. */
export function TrackColumn({ surface, ...facts }: TrackFacts & { surface: 'desk' | 'phone' }) {
  const t = useTranslations('incident')
  const { incident, track, agencies, person, now, cut } = facts
  const [opened, setOpened] = useState<StepName | null>(null)
  const steps = stepsOfTrack(incident, track)
  const open = steps.find(({ doneAt, pausedAt }) => doneAt === null && !pausedAt)
  const shown = steps.find(({ step }) => step === opened)
  const verified = incident.steps.some(({ step, doneAt }) => step === 'facts_verified' && doneAt !== null)
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
        {phone ? null : <NearestClock step={owed ?? open} owed={Boolean(owed)} cut={cut} now={now} />}
      </header>
      <ol className={clsx('mt-2 flex flex-col', phone ? 'gap-3' : 'gap-[6px]')}>
        {owed ? (
          <StepLine
            look="owed"
            name={t('accept')}
            note={t('acceptOwed', { agency: agencyName(agencies, owed.agency) })}
          >
            <Countdown dueAt={owed.dueAt} now={now} className="font-semibold" />
          </StepLine>
        ) : null}
        {steps.map((step) => (
          <StepRow
            key={step.step}
            step={step}
            isNext={step === open}
            locked={step.step === 'authoritative_word' && !verified ? t('lockedUntilVerified') : null}
            agencies={agencies}
            now={now}
            openClock={mayPause(incident, step, person, agencies) ? () => setOpened(step.step) : null}
          />
        ))}
        {steps.length > 0 ? <FinalReport incident={incident} track={track} /> : null}
        {steps.length === 0 ? <li className="text-desk-body text-t3">{t(`trackEmpty.${track}`)}</li> : null}
      </ol>
      {shown && !shown.doneAt ? (
        <ClockDialog
          incident={incident}
          step={shown}
          person={person}
          agencies={agencies}
          close={() => setOpened(null)}
        />
      ) : null}
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

/** What comes after the rest is done, so that nobody takes a track for finished: it has no clock before closing. */
function FinalReport({ incident, track }: Pick<TrackFacts, 'incident' | 'track'>) {
  const t = useTranslations('incident')
  const owed = incident.grade !== 'IV' && incident.grade !== 'watch'
  if (!owed || incident.steps.some(({ step }) => step === 'final_report')) return null
  return <StepLine look={track === 'online' ? 'locked' : 'later'} name={t('step.final_report')} />
}

function NearestClock({
  step,
  owed,
  cut,
  now,
}: {
  step: Pick<StepView, 'dueAt' | 'asClock' | 'provisional'> | undefined
  owed: boolean
  /** Without a link nobody's debt is known: the paper becomes an outline. */
  cut: boolean
  now: number
}) {
  if (!step) return null
  const look = clsx(
    'text-desk-track leading-none font-semibold',
    owed && 'rounded-control px-2 py-[3px]',
    owed && (cut ? 'outline-2 -outline-offset-2 outline-t2' : 'bg-paper text-ink'),
  )
  return <StepCountdown step={step} now={now} className={look} />
}
