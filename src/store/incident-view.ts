import type { LeaseView } from '#contracts/lease.ts'
import type { AlertView, IncidentView, StepView } from '#contracts/views.ts'
import type { Alert } from '#domain/alert/alert.ts'
import type { StepClock } from '#domain/clock/step-clock.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { placeOf } from './gazetteer.ts'

/** The incident as screens see it; the only way out of the database. */
export function incidentViewOf(incident: Incident & { alerts: Alert[]; steps: StepClock[] }): IncidentView {
  return {
    id: incident.id,
    number: numberOf(incident),
    headline: incident.headline,
    place: placeOf(incident.placeCode),
    employer: incident.employer,
    project: incident.project,
    workers: incident.workers,
    amountYuan: incident.amountYuan,
    months: incident.months,
    danger: incident.danger,
    collective: incident.collective,
    flight: incident.flight,
    grade: incident.grade,
    gradeReason: incident.gradeReason,
    gradeDecision: incident.gradeDecision && {
      grade: incident.gradeDecision.grade,
      proposed: incident.gradeDecision.proposed,
    },
    verified: incident.verified,
    dangerOver: incident.dangerOver !== null,
    state: incident.state,
    postCount: incident.postCount,
    sources: incident.sources,
    online: incident.online,
    firstSeenAt: incident.firstSeenAt.toISOString(),
    openedAt: incident.openedAt.toISOString(),
    lastPostAt: incident.lastPostAt.toISOString(),
    linkedTo: incident.linkedTo,
    spreadLevel: incident.spreadLevel,
    alerts: inRouteOrder(incident.alerts, incident.route).map(alertViewOf),
    steps: incident.steps.map(stepViewOf),
    version: incident.version,
  }
}

export function alertViewOf(alert: Alert): AlertView {
  const { id, incidentId, agency, state, limitSeconds, rung, acceptedBy, version } = alert
  const { heardPosts, unreachable, lapse } = alert
  return {
    ...{ id, incidentId, agency, state, limitSeconds, rung, acceptedBy, version },
    raisedAt: alert.raisedAt.toISOString(),
    dueAt: alert.dueAt.toISOString(),
    nextStepAt: alert.nextStepAt?.toISOString() ?? null,
    acceptedAt: alert.acceptedAt?.toISOString() ?? null,
    ...{ heardPosts, unreachable, lapse },
    lease: leaseOf(alert),
    snoozeEndsAt: alert.snoozeEndsAt?.toISOString() ?? null,
    snoozedRung: alert.snoozedRung,
    endedAt: alert.endedAt?.toISOString() ?? null,
  }
}

function leaseOf({ promisedStep, promisedAt, leaseFromAt, leaseEndsAt, handover }: Alert): LeaseView | null {
  if (!promisedStep || !promisedAt || !leaseFromAt || !leaseEndsAt) return null
  return {
    step: promisedStep,
    promisedAt: promisedAt.toISOString(),
    fromAt: leaseFromAt.toISOString(),
    endsAt: leaseEndsAt.toISOString(),
    handover,
  }
}

export function stepViewOf(step: StepClock): StepView {
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    step: step.step,
    dueAt: step.dueAt.toISOString(),
    doneAt: iso(step.doneAt),
    doneBy: step.doneBy,
    note: step.note,
    waived: step.waived,
    round: step.round,
    asClock: step.limit.in === 'daily_sheet',
    provisional: step.provisional,
    pausedAt: iso(step.pausedAt),
    pausedBy: step.pausedBy,
    pauseReason: step.pauseReason,
    pauseReviewAt: iso(step.pauseReviewAt),
    pausedSeconds: step.pausedSeconds,
    rung: step.rung,
    version: step.version,
  }
}

/** 1123-07 */
export function numberOf({ openedDay, dayCount }: Pick<Incident, 'openedDay' | 'dayCount'>): string {
  return `${openedDay.slice(5, 7)}${openedDay.slice(8, 10)}-${String(dayCount).padStart(2, '0')}`
}

function inRouteOrder(alerts: Alert[], route: string[]): Alert[] {
  return [...alerts].sort((a, b) => route.indexOf(a.agency) - route.indexOf(b.agency))
}
