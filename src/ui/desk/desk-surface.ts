import type { BoardView, IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import type { Acceptance } from '#ui/alert/use-acceptance.ts'
import type { useIncident } from '#ui/incident/use-incident.ts'
import type { QueueSurface } from './queue-list.tsx'
import type { useSelection } from './use-selection.ts'

/** What both forms of the desk, wide and phone, are drawn from. */
export type DeskSurface = Omit<QueueSurface, 'select'> &
  Acceptance & {
    board: BoardView
    incidents: IncidentView[]
    person: Person
    /** The open incident; null while none is. */
    incident: IncidentView | null
    detail: ReturnType<typeof useIncident>
    select: ReturnType<typeof useSelection>['select']
  }
