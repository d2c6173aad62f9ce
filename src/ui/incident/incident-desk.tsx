'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, IncidentView, StepName } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import type { Presses } from '#ui/alert/press.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { AcceptanceMatrix } from './acceptance-matrix.tsx'
import { DrillMark } from './drill-mark.tsx'
import { Evidence } from './evidence.tsx'
import { GradeReason } from './grade-reason.tsx'
import { IncidentActions } from './incident-actions.tsx'
import { IncidentFacts } from './incident-facts.tsx'
import { IncidentHead } from './incident-head.tsx'
import { acceptableAlert } from './incident-right.ts'
import { Panel } from './panel.tsx'
import { RecordForm } from './record-form.tsx'
import { isOfOwnTrack, nextStepFor, openSteps } from './step-duty.ts'
import { Timeline } from './timeline.tsx'
import { TrackColumn } from './track.tsx'
import type { useIncident } from './use-incident.ts'
import { useRecordStep } from './use-record-step.ts'

export type IncidentSurface = {
  incident: IncidentView
  person: Person
  agencies: AgencyView[]
  presses: Presses
  accept: (alert: IncidentView['alerts'][number]) => void
  now: number
  cut: boolean
  drill: boolean
  detail: ReturnType<typeof useIncident>
}

/** Everything about one incident on the duty desk, and the next step I owe. */
export function IncidentDesk({
  recording,
  setRecording,
  ...surface
}: IncidentSurface & {
  /** The note field is open; the desk's key D opens it too. */
  recording: boolean
  setRecording: (open: boolean) => void
}) {
  const { incident, person, agencies, presses, accept, now, cut, drill, detail } = surface
  const [reasonOpen, setReasonOpen] = useState(false)
  const { record, carryOut } = useRecordStep(incident.id)
  const nextStep = nextStepFor(incident, person.agency, agencies)
  const own = incident.alerts.find(({ agency }) => agency === person.agency)
  const submit = async (step: StepName, note: string) => {
    if (await carryOut(step, note)) setRecording(false)
  }
  return (
    <DrillMark value={drill}>
      <article className="flex min-w-0 flex-col gap-3 p-4">
        <IncidentHead
          incident={incident}
          agencies={agencies}
          reasonOpen={reasonOpen}
          toggleReason={() => setReasonOpen(!reasonOpen)}
          drill={drill}
        >
          <IncidentActions
            incident={incident}
            person={person}
            nextStep={nextStep}
            owesStep={nextStep !== null && isOfOwnTrack(incident, nextStep, person.agency, agencies)}
            press={own && presses[own.id]}
            record={record}
            accept={() => {
              const alert = acceptableAlert(incident, person)
              if (alert) accept(alert)
            }}
            openRecord={() => setRecording(true)}
          />
        </IncidentHead>
        {recording && nextStep ? (
          <RecordForm
            key={nextStep.step}
            steps={openSteps(incident)}
            first={nextStep.step}
            busy={record?.state === 'busy'}
            surface="desk"
            submit={submit}
            cancel={() => setRecording(false)}
          />
        ) : null}
        {reasonOpen ? <GradeReason incident={incident} close={() => setReasonOpen(false)} /> : null}
        <div className={clsx('flex flex-col gap-3', cut && 'opacity-75 grayscale')}>
          <IncidentFacts incident={incident} />
          <div className="grid items-start gap-3 xl:grid-cols-[1fr_336px]">
            <div className="flex min-w-0 flex-col gap-3">
              <AcceptanceMatrix
                incident={incident}
                agencies={agencies}
                mine={person.agency}
                presses={presses}
                now={now}
                cut={cut}
              />
              <div className="grid gap-3 sm:grid-cols-2">
                <TrackColumn
                  incident={incident}
                  track="offline"
                  agencies={agencies}
                  now={now}
                  cut={cut}
                  surface="desk"
                />
                <TrackColumn
                  incident={incident}
                  track="online"
                  agencies={agencies}
                  now={now}
                  cut={cut}
                  surface="desk"
                />
              </div>
              <IncidentEvidence detail={detail} />
            </div>
            <IncidentTimeline detail={detail} agencies={agencies} />
          </div>
        </div>
      </article>
    </DrillMark>
  )
}

function IncidentEvidence({ detail: { answer, failed } }: Pick<IncidentSurface, 'detail'>) {
  const t = useTranslations('incident')
  const refusalText = useRefusalText()
  if (answer?.ok) return <Evidence detail={answer.value} />
  const words = answer ? refusalText(answer.refusal) : t(failed ? 'unread' : 'reading')
  return (
    <Panel caption={t('evidence')}>
      <p className="mt-2 text-desk-body text-t2">{words}</p>
    </Panel>
  )
}

function IncidentTimeline({ detail: { answer }, agencies }: Pick<IncidentSurface, 'detail' | 'agencies'>) {
  const t = useTranslations('incident')
  return (
    <Panel caption={t('timeline')} className="h-full">
      {answer?.ok ? <Timeline entries={answer.value.timeline} agencies={agencies} surface="desk" /> : null}
    </Panel>
  )
}
