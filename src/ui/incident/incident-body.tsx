'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { RoutePanel } from '#ui/grading/route-panel.tsx'
import { HandlingPanels } from '#ui/handling/handling-panels.tsx'
import { IncidentNots } from '#ui/handling/incident-nots.tsx'
import { LedgerPanel } from '#ui/ledger/ledger-panel.tsx'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { CallsPanel } from '#ui/paging/calls-panel.tsx'
import { ProceedingsPanel } from '#ui/proceeding/proceedings-panel.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { TrackPanels } from '#ui/track/track-panels.tsx'
import { AcceptanceMatrix } from './acceptance-matrix.tsx'
import { ChainMark } from './chain-mark.tsx'
import { Evidence } from './evidence.tsx'
import type { IncidentSurface } from './incident-desk.tsx'
import { IncidentFacts } from './incident-facts.tsx'
import { mayReportFollowUp } from './incident-right.ts'
import { Panel } from './panel.tsx'
import { SpreadPanel } from './spread-panel.tsx'
import { Timeline } from './timeline.tsx'
import { TrackColumn } from './track.tsx'
import type { Regroup } from './use-regroup.ts'

/** What is known of an incident: facts, acceptances, both tracks, evidence; spread and timeline at its right. */
export function IncidentBody({
  incident,
  person,
  agencies,
  presses,
  accept,
  now,
  cut,
  detail,
  regroup,
}: IncidentSurface & {
  /** Null where the reader may not merge or split. */
  regroup: Regroup | null
}) {
  const { answer } = useOfIncident('handling', incident.id)
  const handling = answer?.ok ? answer.value : null
  return (
    <div className={clsx('flex flex-col gap-3', cut && 'opacity-75 grayscale')}>
      <IncidentFacts incident={incident}>
        <IncidentNots
          incidentId={incident.id}
          nots={handling?.nots ?? null}
          mayReport={mayReportFollowUp(incident, person, agencies)}
        />
      </IncidentFacts>
      <div className="grid items-start gap-3 xl:grid-cols-[1fr_336px]">
        <div className="flex min-w-0 flex-col gap-3">
          <AcceptanceMatrix
            incident={incident}
            agencies={agencies}
            person={person}
            presses={presses}
            accept={accept}
            now={now}
            cut={cut}
          />
          <div className="grid gap-3 sm:grid-cols-2">
            <TrackColumn
              incident={incident}
              person={person}
              track="offline"
              agencies={agencies}
              now={now}
              cut={cut}
              surface="desk"
            />
            <TrackColumn
              incident={incident}
              person={person}
              track="online"
              agencies={agencies}
              now={now}
              cut={cut}
              surface="desk"
            />
          </div>
          <TrackPanels {...{ incident, agencies, person }} surface="desk" />
          <IncidentEvidence
            detail={detail}
            split={regroup && ((postId) => regroup.split(incident.id, postId))}
          />
          <RoutePanel incident={incident} person={person} agencies={agencies} />
        </div>
        <div className="flex h-full min-w-0 flex-col gap-3">
          <LedgerPanel incident={incident} />
          {handling ? <HandlingPanels {...{ incident, handling, person, agencies, now }} /> : null}
          <ProceedingsPanel incident={incident} now={now} />
          <CallsPanel incidentId={incident.id} agencies={agencies} />
          {detail.answer?.ok ? <SpreadPanel detail={detail.answer.value} /> : null}
          <IncidentTimeline detail={detail} agencies={agencies} undo={regroup?.undo ?? null} />
        </div>
      </div>
    </div>
  )
}

function IncidentEvidence({
  detail: { answer, failed },
  split,
}: Pick<IncidentSurface, 'detail'> & { split: ((postId: string) => void) | null }) {
  const t = useTranslations('incident')
  const refusalText = useRefusalText()
  if (answer?.ok) return <Evidence detail={answer.value} split={split} />
  const words = answer ? refusalText(answer.refusal) : t(failed ? 'unread' : 'reading')
  return (
    <Panel caption={t('evidence')}>
      <p className="mt-2 text-desk-body text-t2">{words}</p>
    </Panel>
  )
}

function IncidentTimeline({
  detail: { answer },
  agencies,
  undo,
}: Pick<IncidentSurface, 'detail' | 'agencies'> & { undo: ((changeId: string) => void) | null }) {
  const t = useTranslations('incident')
  return (
    <Panel
      caption={t('timeline')}
      aside={answer?.ok ? <ChainMark chain={answer.value.chain} surface="desk" /> : null}
      className="flex-1"
    >
      {answer?.ok ? (
        <Timeline entries={answer.value.timeline} agencies={agencies} surface="desk" undo={undo} />
      ) : null}
    </Panel>
  )
}
