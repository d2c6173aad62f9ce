import type { AgencyView, AlertView, IncidentView, StepView } from '#contracts/views.ts'
import { pauseBarred } from '#domain/clock/step-clock.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { isRecordedByHand } from '#domain/incident/step-duty.ts'
import { may, type Person } from '#domain/permission.ts'
import { nextStepFor, onRoute, openSteps } from './step-duty.ts'

/** My agency's alert on this incident that waits for acceptance and that I may accept. */
export function acceptableAlert(incident: IncidentView, person: Person): AlertView | null {
  if (incident.state !== 'open') return null
  const own = incident.alerts.find(
    ({ agency, state }) =>
      state === 'unaccepted' && agency === person.agency && may(person, 'accept_alert', { agency }).ok,
  )
  return own ?? null
}

/** Merging, splitting and undoing touch the posts of everybody on the route. */
export function mayRegroup(incident: IncidentView, person: Person): boolean {
  const routes = [incident.alerts.map(({ agency }) => agency)]
  return incident.state === 'open' && may(person, 'regroup_posts', { routes }).ok
}

/** What asks for a place on the route of an incident that is still handled; a closed one is read. */
export function mayWhileOpen(
  incident: IncidentView,
  person: Person,
  action: 'escalate_alert' | 'regrade_incident' | 'state_facts' | 'route_by_hand',
): boolean {
  const route = incident.alerts.map(({ agency }) => agency)
  return incident.state === 'open' && may(person, action, { route }).ok
}

/** The open steps this person may note as done, the nearest first. */
export function recordableSteps(incident: IncidentView, person: Person, agencies: AgencyView[]): StepView[] {
  const placed = onRoute(incident, agencies)
  return openSteps(incident).filter(
    ({ step }) => isRecordedByHand(step) && may(person, 'record_step', { step, ...placed }).ok,
  )
}

/** The step this person records next: of the own track first. */
export function nextRecordable(
  incident: IncidentView,
  person: Person,
  agencies: AgencyView[],
): StepView | null {
  const next = nextStepFor(incident, person.agency, agencies)
  return recordableSteps(incident, person, agencies).find(({ step }) => step === next?.step) ?? null
}

/** Whether this person may send a follow-up report, in which the four 不 are set. */
export function mayReportFollowUp(incident: IncidentView, person: Person, agencies: AgencyView[]): boolean {
  const placed = onRoute(incident, agencies)
  return incident.state === 'open' && may(person, 'record_step', { step: 'follow_up', ...placed }).ok
}

/** Whether this person may stop the clock of a step, or let it run again. */
export function mayPause(
  incident: IncidentView,
  { step, pausedAt }: StepView,
  person: Person,
  agencies: AgencyView[],
): boolean {
  const pausing = { grade: incident.grade, lifeThreatened: isLifeThreatened(incident) }
  if (!pausedAt && pauseBarred(step, pausing)) return false
  const action = pausedAt ? 'resume_step' : 'pause_step'
  return may(person, action, { step, ...onRoute(incident, agencies) }).ok
}
