import type { IncidentView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { owedAlerts } from './next-clock.ts'

/** The Ⅰ that takes over the wall: one not accepted by all, a life in danger before the newest. */
export function takeoverOf(incidents: IncidentView[]): IncidentView | null {
  const grave = incidents.filter((incident) => incident.grade === 'I' && owedAlerts(incident).length > 0)
  return (
    grave.sort((a, b) => alarm(b) - alarm(a) || Date.parse(b.openedAt) - Date.parse(a.openedAt))[0] ?? null
  )
}

function alarm(incident: IncidentView): number {
  return Number(isLifeThreatened(incident))
}
