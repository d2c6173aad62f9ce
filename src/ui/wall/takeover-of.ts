import type { IncidentView } from '#contracts/views.ts'
import { owedAlerts } from './next-clock.ts'

/** The Ⅰ that takes over the wall: the newest one that one of the first line has not accepted. */
export function takeoverOf(incidents: IncidentView[]): IncidentView | null {
  const grave = incidents.filter((incident) => incident.grade === 'I' && owedAlerts(incident).length > 0)
  return grave.sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt))[0] ?? null
}
