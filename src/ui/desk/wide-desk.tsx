'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { IncidentDesk } from '#ui/incident/incident-desk.tsx'
import { acceptableAlert, mayRecord } from '#ui/incident/incident-right.ts'
import { nextStepFor } from '#ui/incident/step-duty.ts'
import { CutBand } from '#ui/primitives/cut-band.tsx'
import { DeskFoot } from './desk-foot.tsx'
import { searchFieldMark } from './desk-search.tsx'
import type { DeskSurface } from './desk-surface.ts'
import { filterQueue, rowsOf } from './filter-queue.ts'
import { KeysSheet } from './keys-sheet.tsx'
import { QueueList } from './queue-list.tsx'
import { useKeys } from './use-keys.ts'

/** From 768 px: the queue at the left, one incident at the right, state and keys at the foot. */
export function WideDesk(surface: DeskSurface) {
  const t = useTranslations('desk')
  const { board, incident, person, cut, drill, now, heardAt, unsent } = surface
  const [recording, setRecording] = useState(false)
  const [sheet, setSheet] = useState(false)
  const select = (id: string) => {
    setRecording(false)
    surface.select(id)
  }
  useDeskKeys(
    surface,
    select,
    () => setRecording(true),
    () => setSheet(true),
  )
  return (
    <div className="flex min-h-0 flex-col" style={{ height: `calc(100dvh - ${drill ? 80 : 48}px)` }}>
      {cut ? <CutBand heardAt={heardAt} now={now} surface="desk" /> : null}
      <div className="grid min-h-0 flex-1 grid-cols-[288px_1fr] lg:grid-cols-[352px_1fr]">
        <QueueList {...surface} select={select} />
        <div className="min-h-0 overflow-y-auto" data-cut={cut}>
          {incident ? (
            <IncidentDesk
              {...surface}
              key={incident.id}
              incident={incident}
              recording={recording && nextStepFor(incident, person.agency, board.agencies) !== null}
              setRecording={setRecording}
            />
          ) : (
            <p className="p-8 text-t2">{t('nothingOpen')}</p>
          )}
        </div>
      </div>
      <DeskFoot board={board} cut={cut} unsent={unsent} showKeys={() => setSheet(true)} />
      {sheet ? <KeysSheet close={() => setSheet(false)} /> : null}
    </div>
  )
}

function useDeskKeys(
  { queue, tab, typed, incident, person, accept }: DeskSurface,
  select: (id: string) => void,
  openRecord: () => void,
  openSheet: () => void,
): void {
  const move = (by: number) => {
    const rows = rowsOf(filterQueue(queue, tab, typed))
    const at = rows.findIndex((row) => row.incident.id === incident?.id)
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
    if (!next) return
    select(next.incident.id)
    document.querySelector(`[data-incident="${next.incident.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => {
      const owed = incident && acceptableAlert(incident, person)
      if (owed) accept(owed)
    },
    d: () => {
      if (incident && mayRecord(incident, person)) openRecord()
    },
    '/': () => document.querySelector<HTMLInputElement>(`[${searchFieldMark}]`)?.focus(),
    '?': openSheet,
  })
}
