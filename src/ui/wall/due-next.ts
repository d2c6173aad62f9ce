import type { IncidentView } from '#contracts/views.ts'
import { type NextClock, nextClock, owedAlerts } from './next-clock.ts'

export type DueRow = { incident: IncidentView; clock: NextClock }

/** What is beyond this leaves the list on its own. */
const horizonMs = 4 * 3_600_000

/**
 * One row per incident whose clock runs out within four hours, the nearest first; the one shown large is left
 * out. `rest` counts the open incidents in neither place, `restOwed` those of them not accepted by all.
 */
export function dueNext(
  incidents: IncidentView[],
  now: number,
  shown: { largeId: string | null; rows: number },
): { rows: DueRow[]; rest: number; restOwed: number } {
  const others = incidents.filter((incident) => incident.id !== shown.largeId)
  const rows = others
    .flatMap((incident) => {
      const clock = nextClock(incident, now)
      return clock ? [{ incident, clock }] : []
    })
    .filter(({ incident, clock }) => owedAlerts(incident).length > 0 || dueMs(clock) - now <= horizonMs)
    .sort((a, b) => dueMs(a.clock) - dueMs(b.clock) || (a.incident.id < b.incident.id ? -1 : 1))
    .slice(0, shown.rows)
  const listed = new Set(rows.map(({ incident }) => incident.id))
  const rest = others.filter((incident) => !listed.has(incident.id))
  return {
    rows,
    rest: rest.length,
    restOwed: rest.filter((incident) => owedAlerts(incident).length > 0).length,
  }
}

function dueMs(clock: NextClock): number {
  return Date.parse(clock.dueAt)
}
