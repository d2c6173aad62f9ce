'use client'

import { useState } from 'react'
import { askedKey } from '#ui/alert/asked-key.ts'
import { SearchField } from '#ui/desk/desk-search.tsx'
import type { DeskSurface } from '#ui/desk/desk-surface.ts'
import { QueueList } from '#ui/desk/queue-list.tsx'
import { acceptableAlert } from '#ui/incident/incident-right.ts'
import { PartsDown } from '#ui/primitives/parts-down.tsx'
import { ReleaseTray } from '#ui/release/release-tray.tsx'
import { OwedReport } from '#ui/reports/owed-report.tsx'
import { DutyStrip } from '#ui/shift/duty-strip.tsx'
import { chooseAlert } from './choose-alert.ts'
import { OfflineBanner } from './offline-banner.tsx'
import { PhoneAlert } from './phone-alert.tsx'
import { PhoneIncident } from './phone-incident.tsx'

/** Below 768 px: what my agency has not accepted takes the screen; else the list, else one incident. */
export function PhoneDesk(surface: DeskSurface) {
  const { incidents, person, incident, presses, select, cut, heardAt, now } = surface
  const [put, setPut] = useState<ReadonlySet<string>>(new Set())
  const [held, setHeld] = useState<string | null>(null)
  const owed = incidents.flatMap((one) => {
    const alert = acceptableAlert(one, person)
    // What is only watched waits in the list for the daily sheet.
    return alert && one.grade !== 'watch' && !put.has(askedKey(alert)) ? [{ incident: one, alert }] : []
  })
  const pinned = incidents.find(({ id }) => id === held)
  const { shown, graver } = chooseAlert(owed, pinned)
  const own = shown?.alerts.find(({ agency }) => agency === person.agency)
  // What stands under the thumb stays there until its officer acts or leaves it, whatever arrives.
  if (!incident && shown && own && held !== shown.id) setHeld(shown.id)
  const leave = (incidentId: string | null) => {
    if (own) setPut(new Set([...put, askedKey(own)]))
    setHeld(null)
    if (incidentId) select(incidentId, 'keep')
  }
  if (shown && own && !incident) {
    const others = owed.filter((one) => one.incident.id !== shown.id).length
    return (
      <PhoneAlert
        {...surface}
        key={shown.id}
        incident={shown}
        alert={own}
        press={presses[own.id]}
        others={others}
        graver={graver}
        turnTo={setHeld}
        details={() => leave(shown.id)}
        close={() => leave(null)}
      />
    )
  }
  if (incident) return <PhoneIncident {...surface} incident={incident} back={() => select(null)} />
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {cut ? <OfflineBanner heardAt={heardAt} now={now} /> : null}
      <PartsDown checks={surface.board.pulse.checks} className="px-4 py-2 text-phone-body" />
      <DutyStrip person={person} agencies={surface.agencies} now={now} phone />
      <OwedReport phone />
      <SearchField className="h-16 flex-none bg-s1 px-3 pt-3 pb-1" />
      <ReleaseTray now={now} surface="phone" select={(id) => select(id, 'keep')} />
      <QueueList {...surface} select={(id) => select(id, 'keep')} />
    </div>
  )
}
