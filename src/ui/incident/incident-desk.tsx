'use client'

import { useState } from 'react'
import type { AgencyView, IncidentView, StepName } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import type { Presses } from '#ui/alert/press.ts'
import type { Acceptance } from '#ui/alert/use-acceptance.ts'
import { GradePanel } from '#ui/grading/grade-panel.tsx'
import { LifeAlarm } from '#ui/grading/life-alarm.tsx'
import { ClosedBanner } from './closed-banner.tsx'
import { DrillMark } from './drill-mark.tsx'
import { IncidentActions } from './incident-actions.tsx'
import { IncidentBody } from './incident-body.tsx'
import { IncidentHead } from './incident-head.tsx'
import { acceptableAlert, mayRegroup, nextRecordable, recordableSteps } from './incident-right.ts'
import { JoinPanel } from './join-panel.tsx'
import { MergedLine } from './merged-line.tsx'
import { RecordForm } from './record-form.tsx'
import { RegroupResult } from './regroup-result.tsx'
import { isOfOwnTrack } from './step-duty.ts'
import type { useIncident } from './use-incident.ts'
import { useRecordStep } from './use-record-step.ts'
import { useRegroup } from './use-regroup.ts'

export type IncidentSurface = {
  incident: IncidentView
  person: Person
  agencies: AgencyView[]
  /** Every open incident the reader sees. */
  incidents: IncidentView[]
  presses: Presses
  accept: Acceptance['accept']
  now: number
  cut: boolean
  drill: boolean
  detail: ReturnType<typeof useIncident>
}

/** Everything about one incident on the duty desk, and the next step I owe. */
export function IncidentDesk({
  recording,
  setRecording,
  joining,
  setJoining,
  select,
  ...surface
}: IncidentSurface & {
  /** The list to merge into is open; the desk's key M opens it too. */
  joining: boolean
  setJoining: (open: boolean) => void
  select: (incidentId: string) => void
  /** The note field is open; the desk's key D opens it too. */
  recording: boolean
  setRecording: (open: boolean) => void
}) {
  const { incident, person, agencies, presses, accept, drill } = surface
  const [reasonOpen, setReasonOpen] = useState(false)
  const regroup = useRegroup()
  const regroups = mayRegroup(incident, person)
  const { record, carryOut } = useRecordStep(incident.id)
  const nextStep = nextRecordable(incident, person, agencies)
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
            openJoin={regroups ? () => setJoining(!joining) : null}
          />
        </IncidentHead>
        <ClosedBanner incident={incident} detail={surface.detail} select={select} surface="desk" />
        <MergedLine detail={surface.detail} select={select} />
        <LifeAlarm incident={incident} person={surface.person} now={surface.now} surface="desk" />
        {recording && nextStep ? (
          <RecordForm
            key={nextStep.step}
            steps={recordableSteps(incident, person, agencies)}
            first={nextStep.step}
            busy={record?.state === 'busy'}
            surface="desk"
            submit={submit}
            cancel={() => setRecording(false)}
          />
        ) : null}
        {joining && regroups ? (
          <JoinPanel
            incident={incident}
            incidents={surface.incidents}
            agencies={agencies}
            person={person}
            regroup={regroup}
            close={() => setJoining(false)}
          />
        ) : (
          <RegroupResult result={regroup.result} />
        )}
        <GradePanel incident={incident} person={person} open={reasonOpen} setOpen={setReasonOpen} />
        <IncidentBody {...surface} regroup={regroups ? regroup : null} />
      </article>
    </DrillMark>
  )
}
