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
  return stepsOn(toldOf(incident), track)
}

export function ownersOfTrack(incident: IncidentView, track: Track, agencies: AgencyView[]): string[] {
  return trackOwners(track, onRoute(incident, agencies))
}

export function ownersOfStep(incident: IncidentView, step: StepName, agencies: AgencyView[]): string[] {
  return stepOwners(step, onRoute(incident, agencies))
}

export function nextOwnStep(incident: IncidentView, agency: string, agencies: AgencyView[]): StepView | null {
  return nextOwn(toldOf(incident), agency, onRoute(incident, agencies))
}

export function nextStepFor(
  incident: IncidentView,
  agency: string | null,
  agencies: AgencyView[],
): StepView | null {
  return nextFor(toldOf(incident), agency, onRoute(incident, agencies))
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
  return open(toldOf(incident))
}

/** What a closed incident had not done is owed no more, but for its final report. */
function toldOf({ state, steps }: IncidentView): StepView[] {
  return steps.filter(({ step, doneAt }) => state === 'open' || doneAt !== null || step === 'final_report')
}

/** Everybody alerted is on the route, and nobody else. */
export function onRoute(incident: IncidentView, agencies: AgencyView[]): OnRoute {
  return {
    route: incident.alerts.map(({ agency }) => agency),
    territories: agencies.filter(({ kind }) => kind === 'territory').map(({ key }) => key),
  }
}
