import type { AlertView, IncidentView, StepView } from '#contracts/views.ts'
import type { Alert } from '#domain/alert/alert.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { placeOf } from './gazetteer.ts'
import type { StepRow } from './incidents.ts'

/** The incident as screens see it; the only way out of the database. */
export function incidentViewOf(incident: Incident & { alerts: Alert[]; steps: StepRow[] }): IncidentView {
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
  return {
    ...alert,
    raisedAt: alert.raisedAt.toISOString(),
    dueAt: alert.dueAt.toISOString(),
    nextStepAt: alert.nextStepAt?.toISOString() ?? null,
    acceptedAt: alert.acceptedAt?.toISOString() ?? null,
  }
}

export function stepViewOf(step: StepRow): StepView {
  return {
    step: step.step,
    dueAt: step.dueAt.toISOString(),
    doneAt: step.doneAt?.toISOString() ?? null,
    doneBy: step.doneBy,
    note: step.note,
  }
}

/** 1123-07 */
export function numberOf({ openedDay, dayCount }: Pick<Incident, 'openedDay' | 'dayCount'>): string {
  return `${openedDay.slice(5, 7)}${openedDay.slice(8, 10)}-${String(dayCount).padStart(2, '0')}`
}

function inRouteOrder(alerts: Alert[], route: string[]): Alert[] {
  return [...alerts].sort((a, b) => route.indexOf(a.agency) - route.indexOf(b.agency))
}
