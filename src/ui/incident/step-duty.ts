import type { AgencyView, IncidentView, StepName, StepView } from '#contracts/views.ts'
import {
  isOfOwnTrack as isOfTrackOf,
  nextStepFor as nextFor,
  nextOwnStep as nextOwn,
  type OnRoute,
  openSteps as open,
  ownersOfStep as stepOwners,
  stepsOfTrack as stepsOn,
  type Track,
  ownersOfTrack as trackOwners,
} from '#domain/incident/step-duty.ts'

export type { Track }

/** The steps of one track, the nearest first. */
export function stepsOfTrack(incident: IncidentView, track: Track): StepView[] {
  return stepsOn(incident.steps, track)
}

export function ownersOfTrack(incident: IncidentView, track: Track, agencies: AgencyView[]): string[] {
  return trackOwners(track, onRoute(incident, agencies))
}

export function ownersOfStep(incident: IncidentView, step: StepName, agencies: AgencyView[]): string[] {
  return stepOwners(step, onRoute(incident, agencies))
}

export function nextOwnStep(incident: IncidentView, agency: string, agencies: AgencyView[]): StepView | null {
  return nextOwn(incident.steps, agency, onRoute(incident, agencies))
}

export function nextStepFor(
  incident: IncidentView,
  agency: string | null,
  agencies: AgencyView[],
): StepView | null {
  return nextFor(incident.steps, agency, onRoute(incident, agencies))
}

export function isOfOwnTrack(
  incident: IncidentView,
  { step }: StepView,
  agency: string | null,
  agencies: AgencyView[],
): boolean {
  return isOfTrackOf(step, agency, onRoute(incident, agencies))
}

export function openSteps(incident: IncidentView): StepView[] {
  return open(incident.steps)
}

/** Everybody alerted is on the route, and nobody else. */
export function onRoute(incident: IncidentView, agencies: AgencyView[]): OnRoute {
  return {
    route: incident.alerts.map(({ agency }) => agency),
    territories: agencies.filter(({ kind }) => kind === 'territory').map(({ key }) => key),
  }
}
