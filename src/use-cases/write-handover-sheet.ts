import type { HandoverSheetView } from '#contracts/roster.ts'
import type { TaskIncidentView } from '#contracts/tasks.ts'
import type { Alert } from '#domain/alert/alert.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { openAlertsOf } from '#store/alerts.ts'
import { calledOfAgency } from '#store/call-outs.ts'
import type { Queryable } from '#store/database.ts'
import { briefOf, handledIncidents } from '#store/handled-incident.ts'
import { tasksOfAgency } from '#store/tasks.ts'

/**
 * 交接单 of an agency as it stands: its open incidents with who holds them and until when, its tasks that are not
 * done, calls to the site nobody has answered. Whatever falls due first stands first.
 */
export async function writeHandoverSheet(
  db: Queryable,
  { agency, shiftEndsAt, at }: { agency: string; shiftEndsAt: Date; at: Date },
): Promise<HandoverSheetView> {
  const alerts = await openAlertsOf(db, agency)
  const tasks = (await tasksOfAgency(db, agency)).filter((one) => one.agency === agency)
  const calls = (await calledOfAgency(db, agency)).filter(({ state }) => state === 'called')
  const incidents = await handledIncidents(
    db,
    [...tasks, ...calls].map(({ incidentId }) => incidentId),
  )
  const about = (incidentId: string) => {
    const found = incidents.get(incidentId)
    return found ? [shortly(briefOf(found))] : []
  }
  return {
    agency,
    at: at.toISOString(),
    shiftEndsAt: shiftEndsAt.toISOString(),
    incidents: alerts
      .map(({ alert, incident }) => held(alert, incident))
      .sort((one, other) => (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9')),
    tasks: tasks.flatMap((task) =>
      about(task.incidentId).map((brief) => {
        const { id, kind, what, state, signDueAt, dueAt } = task
        const due = state === 'assigned' ? signDueAt : dueAt
        return { ...brief, taskId: id, kind, what, state, dueAt: due.toISOString() }
      }),
    ),
    calls: calls.flatMap((call) =>
      about(call.incidentId).map((brief) => {
        const { id, post, calledAt } = call
        return { ...brief, callId: id, post, calledAt: calledAt.toISOString() }
      }),
    ),
  }
}

function held(alert: Alert, incident: Incident): HandoverSheetView['incidents'][number] {
  const { state, acceptedBy, promisedStep, promisedAt, leaseEndsAt } = alert
  const promised = promisedStep && promisedAt
  return {
    ...shortly(briefOf(incident)),
    holder: state === 'accepted' ? acceptedBy : null,
    promise: promised ? { step: promisedStep, at: promisedAt.toISOString() } : null,
    leaseEndsAt: leaseEndsAt?.toISOString() ?? null,
    dueAt: (state === 'accepted' ? leaseEndsAt : (alert.nextStepAt ?? alert.dueAt))?.toISOString() ?? null,
  }
}

function shortly({ id, number, headline, grade, place }: TaskIncidentView) {
  return { incidentId: id, number, headline, grade, place }
}
