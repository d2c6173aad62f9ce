import type { AlertView, IncidentView, StepView } from '#contracts/views.ts'
import { openSteps } from '#domain/incident/step-duty.ts'
import { acceptanceState, countedUntil } from '#ui/primitives/acceptance-state.ts'

/** The clock an incident is waiting for: an acceptance that is owed or about to lapse, or its next step. */
export type NextClock =
  | { kind: 'accept'; dueAt: string; alert: AlertView }
  | { kind: 'lapse'; dueAt: string; alert: AlertView }
  | { kind: 'step'; dueAt: string; step: StepView }

/** The nearest clock of an incident, null when nothing is left to do. */
export function nextClock(incident: IncidentView, now: number): NextClock | null {
  const lapsing = incident.alerts.filter((alert) => acceptanceState(alert, now) === 'lapsing')
  const clocks: NextClock[] = [
    ...lapsing.map((alert) => ({
      kind: 'lapse' as const,
      dueAt: countedUntil(alert, 'lapsing'),
      alert,
    })),
    ...owedAlerts(incident).map((alert) => ({ kind: 'accept' as const, dueAt: alert.dueAt, alert })),
    ...runningSteps(incident).map((step) => ({ kind: 'step' as const, dueAt: step.dueAt, step })),
  ]
  return clocks.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0] ?? null
}

/** Steps not yet done whose clock runs, the nearest first. */
export function runningSteps(incident: IncidentView): StepView[] {
  return openSteps(incident.steps).filter(({ pausedAt }) => !pausedAt)
}

/** Acceptances still owed, in the fixed order of the agencies. */
export function owedAlerts(incident: IncidentView): AlertView[] {
  return incident.alerts.filter((alert) => alert.state === 'unaccepted')
}

/** The highest rung that was called for an incident. */
export function highestRung(incident: IncidentView): number {
  return Math.max(0, ...incident.alerts.map((alert) => alert.rung))
}
