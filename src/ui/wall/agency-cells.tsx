'use client'

import type { IncidentView } from '#contracts/views.ts'
import { AcceptanceCell } from '#ui/primitives/acceptance-cell.tsx'
import { type AcceptanceState, acceptanceState, owesAcceptance } from '#ui/primitives/acceptance-state.ts'
import type { WallScene } from './wall-scene.ts'

/** 政法委, 宣传部, 人社局 in fixed places; those who owe get the room. */
export function AgencyCells({ incident, scene }: { incident: IncidentView; scene: WallScene }) {
  const cells = scene.firstLine.map((agency) => {
    const alert = incident.alerts.find((one) => one.agency === agency.key)
    return { agency, alert, state: acceptanceState(alert, scene.now) }
  })
  const needsRoom = (state: AcceptanceState) => owesAcceptance(state) || state === 'lapsing'
  const owing = cells.filter(({ state }) => needsRoom(state)).length
  const narrow = owing === 1 || owing === 2
  const columns = cells.map(({ state }) => (narrow && !needsRoom(state) ? '9.5rem' : 'minmax(0, 1fr)'))
  return (
    <div
      className="mt-3 grid min-h-[11.75rem] lg:min-h-[10.25rem] flex-1 gap-3"
      style={{ gridTemplateColumns: columns.join(' ') }}
    >
      {cells.map(({ agency, alert, state }) => (
        <AcceptanceCell
          key={agency.key}
          agency={agency}
          alert={alert}
          now={scene.now}
          surface={owing > 1 ? 'wall_shared' : 'wall'}
          state={scene.cut && owesAcceptance(state) ? 'unknown' : state}
        />
      ))}
    </div>
  )
}
