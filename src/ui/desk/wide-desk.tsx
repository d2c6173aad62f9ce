'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { IncidentDesk } from '#ui/incident/incident-desk.tsx'
import { nextStepFor } from '#ui/incident/step-duty.ts'
import { CutBand } from '#ui/primitives/cut-band.tsx'
import { ReleaseTray } from '#ui/release/release-tray.tsx'
import { OwedReport } from '#ui/reports/owed-report.tsx'
import { DutyStrip } from '#ui/shift/duty-strip.tsx'
import { DeskFoot } from './desk-foot.tsx'
import { DeskMap } from './desk-map.tsx'
import type { DeskSurface } from './desk-surface.ts'
import { KeysSheet } from './keys-sheet.tsx'
import { QueueList } from './queue-list.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { useMedia } from './use-media.ts'

/** From 768 px: the queue at the left, one incident at the right, state and keys at the foot. */
export function WideDesk(surface: DeskSurface) {
  const { board, incident, person, cut, drill, now, heardAt, unsent } = surface
  const [recording, setRecording] = useState(false)
  const [joining, setJoining] = useState(false)
  const [sheet, setSheet] = useState(false)
  const withMap = useMedia('(min-width: 1800px)')
  const open = surface.select
  // The same at every drawing, so that the rows of the queue need not be drawn again for it.
  const select = useCallback(
    (id: string) => {
      setRecording(false)
      setJoining(false)
      open(id)
    },
    [open],
  )
  const accept = useDeskKeys(surface, {
    select,
    record: () => setRecording(true),
    join: () => setJoining(true),
    dismiss: () => setJoining(false),
    help: () => setSheet(true),
  })
  return (
    <div className="flex min-h-0 flex-col" style={{ height: `calc(100dvh - ${drill ? 80 : 48}px)` }}>
      {cut ? <CutBand heardAt={heardAt} now={now} surface="desk" /> : null}
      <DutyStrip person={person} agencies={surface.agencies} now={now} />
      <OwedReport />
      <div className="grid min-h-0 flex-1 grid-cols-[288px_1fr] lg:grid-cols-[352px_1fr] 2xl:grid-cols-[352px_1fr_480px]">
        <QueueList {...surface} select={select} />
        <div className="min-h-0 overflow-y-auto" data-cut={cut}>
          <ReleaseTray now={now} surface="desk" select={select} />
          {incident ? (
            <IncidentDesk
              {...surface}
              key={incident.id}
              incident={incident}
              accept={accept}
              recording={recording && nextStepFor(incident, person.agency, board.agencies) !== null}
              setRecording={setRecording}
              joining={joining}
              setJoining={setJoining}
              select={select}
            />
          ) : (
            <NothingOpen blind={surface.blind} reading={surface.selected !== null} />
          )}
        </div>
        {withMap ? <DeskMap surface={surface} open={select} /> : null}
      </div>
      <DeskFoot board={board} cut={cut} unsent={unsent} now={surface.now} showKeys={() => setSheet(true)} />
      {sheet ? <KeysSheet close={() => setSheet(false)} /> : null}
    </div>
  )
}

/** A zero is written only while some source lives. */
function NothingOpen({ blind, reading }: { blind: boolean; reading: boolean }) {
  const t = useTranslations()
  if (reading) return <p className="p-8 text-t2">{t('incident.reading')}</p>
  return (
    <p className="p-8 text-t2">
      {blind ? <strong className="mr-3 text-[1.5rem] text-t1">?</strong> : null}
      {t(blind ? 'wall.blind' : 'desk.nothingOpen')}
    </p>
  )
}
