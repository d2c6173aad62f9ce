'use client'

import { CallOutPanel } from './call-out-panel.tsx'
import { SupervisionPanel } from './supervision-panel.tsx'
import { type HandlingSurface, TaskPanel } from './task-panel.tsx'

/** How an incident is handled, for the right column of the desk: tasks, supervision and leader, call-out. */
export function HandlingPanels(surface: HandlingSurface) {
  return (
    <>
      <TaskPanel {...surface} />
      <SupervisionPanel {...surface} />
      <CallOutPanel {...surface} />
    </>
  )
}
