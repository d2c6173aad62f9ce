import type { EventData, EventName, LoggedEvent } from '#contracts/events.ts'
import type { AlertView, BoardView, IncidentView, StepView } from '#contracts/views.ts'

/**
 * The board after one more event. Events already contained in the board change nothing, so a replay is harmless;
 * an event this screen has no picture for only moves the cursor.
 */
export function applyEvent(board: BoardView, event: LoggedEvent): BoardView {
  if (event.id <= board.lastEventId) return board
  return {
    ...board,
    lastEventId: event.id,
    incidents: incidentsAfter(board, event),
    closing: closingAfter(board.closing, event),
  }
}

/** What is closed and owes its final report comes on closing, and leaves when the report is done or it is opened again. */
function closingAfter(
  closing: IncidentView[] | undefined,
  { name, data }: LoggedEvent,
): IncidentView[] | undefined {
  switch (name) {
    case 'step.started':
      if (data.incident.state === 'open') return closing
      return [...(closing ?? []).filter(({ id }) => id !== data.incident.id), data.incident]
    case 'step.done':
      return data.step.step === 'final_report' ? closing?.filter(({ id }) => id !== data.incidentId) : closing
    case 'incident.reopened':
      return closing?.filter(({ id }) => id !== data.incident.id)
    case 'step.missed':
    case 'step.escalated':
    case 'step.paused':
    case 'step.resumed':
      return closing && withStep(closing, data.incidentId, data.step)
    default:
      return closing
  }
}

type Picture<N extends EventName> = (board: BoardView, data: EventData<N>) => IncidentView[]

/** Exhaustive: a new event does not compile until it has a picture, or null: what it tells is read by the panels that show it. */
const pictures: { [N in EventName]: Picture<N> | null } = {
  'incident.opened': told,
  'incident.joined': told,
  'incident.regraded': told,
  'incident.reopened': told,
  'incident.split': told,
  'incident.restored': told,
  'incident.spreading': told,
  'incident.grade_decided': told,
  'incident.reproposed': told,
  'incident.fact_stated': told,
  'incident.routed_by_hand': told,
  'incident.alarmed': told,
  'incident.calmed': told,
  'incident.merged': ({ incidents }, { incident, other }) =>
    withIncident(incidents, incident).filter(({ id }) => id !== other.id),
  'incident.closed': ({ incidents }, { incidentId }) => incidents.filter(({ id }) => id !== incidentId),
  'alert.raised': alerted,
  'alert.ended': alerted,
  'alert.accepted': moved,
  'alert.escalated': moved,
  'alert.unreachable': moved,
  'alert.lapsed': moved,
  'alert.renewed': moved,
  'alert.progressed': moved,
  'alert.returned': moved,
  'alert.snoozed': moved,
  'alert.called_again': moved,
  'alert.handover_offered': moved,
  'alert.handed_over': moved,
  'alert.handover_declined': moved,
  'step.done': ({ incidents }, { incidentId, step, next }) => withStep(incidents, incidentId, next ?? step),
  'step.paused': stepped,
  'step.resumed': stepped,
  'step.missed': stepped,
  'step.escalated': stepped,
  'step.moved': stepped,
  'step.started': told,
  'calendar.changed': null,
  'roster.changed': null,
  'shift_hours.changed': null,
  'shift.handover_offered': null,
  'shift.handed_over': null,
  'shift.handover_declined': null,
  'audit.overdue': null,
  'audit.settled': null,
  'verification.recorded': told,
  'reply.drafted': null,
  'reply.signed': null,
  'reply.published': null,
  'reply.answered': null,
  'reply.dropped': null,
  'designation.proposed': null,
  'designation.set': null,
  'designation.withdrawn': null,
  'release.asked': null,
  'release.approved': null,
  'release.declined': null,
  'release.expired': null,
  'release.glass_broken': null,
  'release.countersigned': null,
  'release.left_unsigned': null,
  'ledger.entered': null,
  'plan.signed': null,
  'instalment.missed': null,
  'proceeding.opened': null,
  'proceeding.dated': null,
  'legal_aid.referred': null,
  'legal_aid.accepted': null,
  'transfer.moved': null,
  'proceeding.overdue': null,
  'transfer.overdue': null,
  'task.assigned': null,
  'task.signed': null,
  'task.reported': null,
  'task.returned': null,
  'task.accepted': null,
  'task.withdrawn': null,
  'task.overdue': null,
  'task.due_moved': null,
  'supervision.proposed': null,
  'supervision.opened': null,
  'supervision.dismissed': null,
  'supervision.replied': null,
  'supervision.returned': null,
  'supervision.passed': null,
  'supervision.closed': null,
  'supervision.overdue': null,
  'supervision.due_moved': null,
  'leader.named': null,
  'leader.noted': null,
  'leader.checked': null,
  'leader.overdue': null,
  'callout.sent': null,
  'callout.answered': null,
  'four_nots.set': null,
  'message.handed': null,
  'message.failed': null,
  'page.unreachable': null,
  'reply.refused': null,
  'contact.changed': null,
  'channel.changed': null,
  'report.made': null,
  'zero_report.made': null,
  'zero_report.due': null,
  'source.added': null,
  'source.paused': null,
  'source.resumed': null,
  'source.removed': null,
  'source.fell_silent': null,
  'source.spoke_again': null,
  'import.finished': null,
  'post.judged': null,
  'post.judgement_undone': null,
  'reading.changed': null,
  'seasons.changed': null,
  'response_rules.changed': null,
  'grade_rules.changed': null,
  'route_rules.changed': null,
  'posts.expired': null,
  'text.read': null,
  'export.made': null,
  'log_head.undelivered': null,
  'api_key.added': null,
  'api_key.revoked': null,
  'webhook.added': null,
  'webhook.removed': null,
  'user.added': null,
  'user.changed': null,
}

function incidentsAfter(board: BoardView, event: LoggedEvent): IncidentView[] {
  const picture = pictures[event.name] as ((board: BoardView, data: unknown) => IncidentView[]) | null
  return picture ? picture(board, event.data) : board.incidents
}

function told({ incidents }: BoardView, { incident }: { incident: IncidentView }): IncidentView[] {
  return withIncident(incidents, incident)
}

function alerted(board: BoardView, { alerts }: { alerts: AlertView[] }): IncidentView[] {
  return alerts.reduce((list, alert) => withAlert(board, list, alert), board.incidents)
}

function moved(board: BoardView, { alert }: { alert: AlertView }): IncidentView[] {
  return withAlert(board, board.incidents, alert)
}

function stepped(
  { incidents }: BoardView,
  { incidentId, step }: { incidentId: string; step: StepView },
): IncidentView[] {
  return withStep(incidents, incidentId, step)
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
    const known = incident.steps.find(({ step }) => step === next.step)
    if (known && (known.version ?? 0) > (next.version ?? 0)) return incident
    const others = incident.steps.filter(({ step }) => step !== next.step)
    const at = known ? incident.steps.indexOf(known) : others.length
    return { ...incident, steps: others.toSpliced(at, 0, next) }
  })
}
