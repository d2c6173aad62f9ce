import type { IncidentView } from '#contracts/views.ts'
import { compareGrades } from '#domain/grading/grade.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { acceptanceState } from '#ui/primitives/acceptance-state.ts'
import { nextClock, owedAlerts, runningSteps } from './next-clock.ts'

export type UrgentReason = 'danger' | 'unaccepted' | 'overdue' | 'lapsing' | 'next_due' | 'open'

/**
 * The one incident the wall shows large, and why: danger to life, then unaccepted by grade, then overdue,
 * then an acceptance about to lapse, then the next clock of the worst grade. Null when nothing is open.
 */
export function mostUrgent(
  incidents: IncidentView[],
  now: number,
): { incident: IncidentView; reason: UrgentReason } | null {
  const ranked = incidents
    .map((incident) => ({ incident, reason: urgency(incident, now) }))
    .sort(byUrgencyAt(now))
  return ranked[0] ?? null
}

const reasons: UrgentReason[] = ['danger', 'unaccepted', 'overdue', 'lapsing', 'next_due', 'open']

function urgency(incident: IncidentView, now: number): UrgentReason {
  const owed = owedAlerts(incident).length > 0
  const steps = runningSteps(incident)
  if (isLifeThreatened(incident) && (owed || steps.length > 0)) return 'danger'
  if (owed) return 'unaccepted'
  if (steps.some((step) => Date.parse(step.dueAt) < now)) return 'overdue'
  if (incident.alerts.some((alert) => acceptanceState(alert, now) === 'lapsing')) return 'lapsing'
  return steps.length > 0 ? 'next_due' : 'open'
}

type Ranked = { incident: IncidentView; reason: UrgentReason }

/** By reason, grade and clock, and at last by id, so that two screens never disagree. */
function byUrgencyAt(now: number): (a: Ranked, b: Ranked) => number {
  return (a, b) =>
    reasons.indexOf(a.reason) - reasons.indexOf(b.reason) ||
    compareGrades(b.incident.grade, a.incident.grade) ||
    dueMs(a.incident, now) - dueMs(b.incident, now) ||
    (a.incident.id < b.incident.id ? -1 : 1)
}

/** An incident without a clock waits behind all others; finite, so that two of them compare. */
function dueMs(incident: IncidentView, now: number): number {
  const clock = nextClock(incident, now)
  return clock ? Date.parse(clock.dueAt) : Number.MAX_SAFE_INTEGER
}
