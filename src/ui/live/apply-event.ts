import type { LoggedEvent } from '#contracts/events.ts'
import type { AlertView, BoardView, IncidentView, StepView } from '#contracts/views.ts'

/**
 * The board after one more event. Events already contained in the board change nothing, so a replay is harmless;
 * an event this screen has no picture for only moves the cursor.
 */
export function applyEvent(board: BoardView, event: LoggedEvent): BoardView {
  if (event.id <= board.lastEventId) return board
  return { ...board, lastEventId: event.id, incidents: incidentsAfter(board, event) }
}

/** Exhaustive: a new event does not compile until it has a picture, or is said to have none. */
function incidentsAfter(board: BoardView, event: LoggedEvent): IncidentView[] {
  const { incidents } = board
  switch (event.name) {
    case 'incident.opened':
    case 'incident.joined':
    case 'incident.regraded':
    case 'incident.reopened':
    case 'incident.split':
    case 'incident.restored':
    case 'incident.spreading':
      return withIncident(incidents, event.data.incident)
    case 'incident.merged':
      return withIncident(incidents, event.data.incident).filter(({ id }) => id !== event.data.other.id)
    case 'incident.closed':
      return incidents.filter(({ id }) => id !== event.data.incidentId)
    case 'alert.raised':
      return event.data.alerts.reduce((list, alert) => withAlert(board, list, alert), incidents)
    case 'alert.accepted':
    case 'alert.escalated':
      return withAlert(board, incidents, event.data.alert)
    case 'step.done':
      return withStep(incidents, event.data.incidentId, event.data.step)
    case 'release.asked':
    case 'release.approved':
    case 'release.declined':
    case 'release.expired':
    case 'release.glass_broken':
    case 'release.countersigned':
    case 'release.left_unsigned':
    case 'source.added':
    case 'source.paused':
    case 'source.resumed':
    case 'source.removed':
    case 'source.fell_silent':
    case 'source.spoke_again':
    case 'import.finished':
    case 'post.judged':
    case 'post.judgement_undone':
    case 'reading.changed':
    case 'posts.expired':
    case 'text.read':
    case 'export.made':
    case 'log_head.undelivered':
    case 'api_key.added':
    case 'api_key.revoked':
    case 'webhook.added':
    case 'webhook.removed':
    case 'user.added':
    case 'user.changed':
      return incidents
  }
}

/** A closed incident leaves; a version older than ours is an echo of what we already show. */
function withIncident(incidents: IncidentView[], next: IncidentView): IncidentView[] {
  if (next.state === 'closed') return incidents.filter(({ id }) => id !== next.id)
  const known = incidents.find(({ id }) => id === next.id)
  if (!known) return [...incidents, next]
  if (next.version < known.version) return incidents
  return incidents.map((incident) =>
    incident.id === next.id ? { ...next, alerts: newest(known, next) } : incident,
  )
}

/** The incident's event may have been made before one of its alerts moved on. */
function newest(known: IncidentView, next: IncidentView): AlertView[] {
  return next.alerts.map((alert) => {
    const ours = known.alerts.find(({ id }) => id === alert.id)
    return ours && ours.version > alert.version ? ours : alert
  })
}

function withAlert(board: BoardView, incidents: IncidentView[], next: AlertView): IncidentView[] {
  return incidents.map((incident) => {
    if (incident.id !== next.incidentId) return incident
    const known = incident.alerts.find(({ id }) => id === next.id)
    if (known && known.version > next.version) return incident
    const others = incident.alerts.filter(({ id }) => id !== next.id)
    return { ...incident, alerts: inAgencyOrder(board, [...others, next]) }
  })
}

/** Agencies stand in the same order on every screen, however their alerts arrived. */
function inAgencyOrder({ agencies }: BoardView, alerts: AlertView[]): AlertView[] {
  const place = (alert: AlertView) => {
    const index = agencies.findIndex(({ key }) => key === alert.agency)
    return index < 0 ? agencies.length : index
  }
  return alerts.sort((a, b) => place(a) - place(b))
}

function withStep(incidents: IncidentView[], incidentId: string, next: StepView): IncidentView[] {
  return incidents.map((incident) => {
    if (incident.id !== incidentId) return incident
    const steps = incident.steps.map((step) => (step.step === next.step ? next : step))
    return { ...incident, steps: steps.some(({ step }) => step === next.step) ? steps : [...steps, next] }
  })
}
