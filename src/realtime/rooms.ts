import type { EventName, LoggedEvent } from '#contracts/events.ts'
import { type Person, seesWholeCity } from '#domain/permission.ts'

/** A room is an audience; `agency:gaj/t330483` is the police's branch in that territory. */
export type Room =
  | 'city'
  | 'administrators'
  | `agency:${string}`
  | `agency:${string}/${string}`
  | `user:${string}`

type Audience = 'route' | 'city' | 'administrators'

/** Whom an event is for: those on the incident's route, everybody on duty, or who keeps the house; without an audience it does not compile. */
const audiences: Record<EventName, Audience> = {
  'incident.opened': 'route',
  'incident.joined': 'route',
  'incident.regraded': 'route',
  'incident.closed': 'route',
  'incident.reopened': 'route',
  'incident.merged': 'route',
  'incident.split': 'route',
  'incident.restored': 'route',
  'incident.spreading': 'route',
  'incident.grade_decided': 'route',
  'incident.reproposed': 'route',
  'incident.fact_stated': 'route',
  'incident.routed_by_hand': 'route',
  'incident.alarmed': 'route',
  'incident.calmed': 'route',
  'alert.raised': 'route',
  'alert.accepted': 'route',
  'alert.escalated': 'route',
  'alert.unreachable': 'route',
  'alert.lapsed': 'route',
  'alert.renewed': 'route',
  'alert.progressed': 'route',
  'alert.returned': 'route',
  'alert.snoozed': 'route',
  'alert.called_again': 'route',
  'alert.handover_offered': 'route',
  'alert.handed_over': 'route',
  'alert.handover_declined': 'route',
  'alert.ended': 'route',
  'step.done': 'route',
  'step.paused': 'route',
  'step.resumed': 'route',
  'step.missed': 'route',
  'step.escalated': 'route',
  'step.moved': 'route',
  'step.started': 'route',
  'task.assigned': 'route',
  'task.signed': 'route',
  'task.reported': 'route',
  'task.returned': 'route',
  'task.accepted': 'route',
  'task.withdrawn': 'route',
  'task.overdue': 'route',
  'task.due_moved': 'route',
  'supervision.proposed': 'route',
  'supervision.opened': 'route',
  'supervision.dismissed': 'route',
  'supervision.replied': 'route',
  'supervision.returned': 'route',
  'supervision.passed': 'route',
  'supervision.closed': 'route',
  'supervision.overdue': 'route',
  'supervision.due_moved': 'route',
  'leader.named': 'route',
  'leader.noted': 'route',
  'leader.checked': 'route',
  'leader.overdue': 'route',
  'callout.sent': 'route',
  'callout.answered': 'route',
  'four_nots.set': 'route',
  'ledger.entered': 'route',
  'plan.signed': 'route',
  'instalment.missed': 'route',
  'proceeding.opened': 'route',
  'proceeding.dated': 'route',
  'legal_aid.referred': 'route',
  'legal_aid.accepted': 'route',
  'transfer.moved': 'route',
  'proceeding.overdue': 'route',
  'transfer.overdue': 'route',
  'verification.recorded': 'route',
  'reply.drafted': 'route',
  'reply.signed': 'route',
  'reply.published': 'route',
  'reply.answered': 'route',
  'reply.dropped': 'route',
  'designation.proposed': 'route',
  'designation.set': 'route',
  'designation.withdrawn': 'route',
  'release.asked': 'route',
  'release.approved': 'route',
  'release.declined': 'route',
  'release.expired': 'route',
  'release.glass_broken': 'route',
  'release.countersigned': 'route',
  'release.left_unsigned': 'route',
  'calendar.changed': 'city',
  'roster.changed': 'city',
  'shift_hours.changed': 'city',
  'shift.handover_offered': 'route',
  'shift.handed_over': 'route',
  'shift.handover_declined': 'route',
  'audit.overdue': 'city',
  'audit.settled': 'city',
  'message.handed': 'route',
  'message.failed': 'route',
  'page.unreachable': 'route',
  'reply.refused': 'administrators',
  'contact.changed': 'administrators',
  'channel.changed': 'administrators',
  'report.made': 'city',
  'zero_report.made': 'city',
  'zero_report.due': 'city',
  'source.added': 'city',
  'source.paused': 'city',
  'source.resumed': 'city',
  'source.removed': 'city',
  'source.fell_silent': 'city',
  'source.spoke_again': 'city',
  'import.finished': 'city',
  'post.judged': 'city',
  'post.judgement_undone': 'city',
  'user.added': 'administrators',
  'user.changed': 'administrators',
  'reading.changed': 'administrators',
  'seasons.changed': 'administrators',
  'response_rules.changed': 'administrators',
  'grade_rules.changed': 'administrators',
  'route_rules.changed': 'administrators',
  'posts.expired': 'administrators',
  'text.read': 'administrators',
  'export.made': 'administrators',
  'log_head.undelivered': 'administrators',
  'api_key.added': 'administrators',
  'api_key.revoked': 'administrators',
  'webhook.added': 'administrators',
  'webhook.removed': 'administrators',
}

/** The rooms in which an event is told. */
export function roomsFor(event: LoggedEvent, route: string[] | null): Room[] {
  const audience = audiences[event.name]
  if (event.name === 'message.handed' && event.data.userId) {
    return ['city', ...routedTo(route ?? []), `user:${event.data.userId}`]
  }
  return audience === 'route' ? ['city', ...routedTo(route ?? [])] : [audience]
}

/** The rooms a person stands in: the whole city, or what is routed to the own agency, in the own territory. */
export function roomsOf(person: Person): Room[] {
  const { agency, territory, role } = person
  const rooms: Room[] = [`user:${person.id}`]
  if (seesWholeCity(person)) rooms.push('city')
  else if (agency) rooms.push(territory ? `agency:${agency}/${territory}` : `agency:${agency}`)
  if (role === 'admin') rooms.push('administrators')
  return rooms
}

function routedTo(route: string[]): Room[] {
  return route.flatMap((agency): Room[] => [
    `agency:${agency}`,
    ...route.map((territory): Room => `agency:${agency}/${territory}`),
  ])
}
