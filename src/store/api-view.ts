import type { ApiAlert, ApiIncident, ApiPost, ApiStep } from '#contracts/api/parts.ts'
import type { ApiTask } from '#contracts/api/tasks.ts'
import type { PostView } from '#contracts/post-view.ts'
import type { AlertView, StepView } from '#contracts/views.ts'
import type { Task } from '#domain/task/task.ts'
import { incidentViewOf } from './incident-view.ts'
import type { FullIncident } from './incidents.ts'

/** The incident as programs see it; the only way from the database to the API. */
export function apiIncidentOf(incident: FullIncident): ApiIncident {
  const view = incidentViewOf(incident)
  const { id, number, headline, state, grade, place, employer, project } = view
  const { workers, amountYuan, months, danger, collective, flight } = view
  const { postCount, sources, online, firstSeenAt, openedAt, lastPostAt, version } = view
  return {
    ...{ id, number, headline, state, grade, place, employer, project },
    ...{ workers, amountYuan, months, danger, collective, flight },
    ...{ postCount, sources, online, firstSeenAt, openedAt, lastPostAt, version },
    route: incident.route,
    closedAt: incident.closedAt?.toISOString() ?? null,
    alerts: view.alerts.map(apiAlertOf),
    steps: view.steps.map(apiStepOf),
  }
}

export function apiAlertOf(alert: AlertView): ApiAlert {
  const { id, incidentId, agency, state, raisedAt, dueAt, rung, acceptedAt, acceptedBy, version } = alert
  const { lease, endedAt = null } = alert
  return {
    ...{ id, incidentId, agency, state, raisedAt, dueAt, rung, acceptedAt, acceptedBy, version },
    promise: lease ? { step: lease.step, at: lease.promisedAt, endsAt: lease.endsAt } : null,
    endedAt,
  }
}

export function apiStepOf({ step, dueAt, doneAt, doneBy, note }: StepView): ApiStep {
  return { step, dueAt, doneAt, doneBy, note }
}

export function apiTaskOf(one: Task): ApiTask {
  const { id, incidentId, year, count, kind, what, required, agency, state, version } = one
  return {
    ...{ id, incidentId, year, count, kind, what, required, agency, state, version },
    assignedBy: one.assignedBy.agency,
    assignedAt: one.assignedAt.toISOString(),
    signDueAt: one.signDueAt.toISOString(),
    dueAt: one.dueAt.toISOString(),
    signedAt: one.signedAt?.toISOString() ?? null,
    reportedAt: one.reportedAt?.toISOString() ?? null,
  }
}

export function apiPostOf(post: PostView): ApiPost {
  const { id, channel, publishedAt, receivedAt, body, url, label, sourceName: source } = post
  return { id, channel, publishedAt, receivedAt, body, url, label, source }
}
