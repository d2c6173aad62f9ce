import type { AlertView, IncidentView } from '#contracts/views.ts'
import { may, type Person } from '#domain/permission.ts'

/** My agency's alert on this incident that waits for acceptance and that I may accept. */
export function acceptableAlert(incident: IncidentView, person: Person): AlertView | null {
  const own = incident.alerts.find(
    ({ agency, state }) =>
      state === 'unaccepted' && agency === person.agency && may(person, 'accept_alert', { agency }).ok,
  )
  return own ?? null
}

/** Merging, splitting and undoing touch the posts of everybody on the route. */
export function mayRegroup(incident: IncidentView, person: Person): boolean {
  return may(person, 'regroup_posts', { routes: [incident.alerts.map(({ agency }) => agency)] }).ok
}

/** Everybody alerted is on the route, and nobody else. */
export function mayRecord(incident: IncidentView, person: Person): boolean {
  return may(person, 'record_step', { route: incident.alerts.map(({ agency }) => agency) }).ok
}
