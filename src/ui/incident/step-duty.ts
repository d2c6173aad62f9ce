import type { AgencyView, IncidentView, StepName, StepView } from '#contracts/views.ts'

/** 网下: the site, the facts, the money. 网上: the public answer. */
export type Track = 'offline' | 'online'

const trackOfStep: Record<StepName, Track> = {
  on_site: 'offline',
  facts_verified: 'offline',
  paid_or_planned: 'offline',
  first_response: 'online',
}

/** The steps of one track, the nearest first. */
export function stepsOfTrack(incident: IncidentView, track: Track): StepView[] {
  return byDue(incident.steps.filter(({ step }) => trackOfStep[step] === track))
}

/** Who answers for a track: the territory and 人社局 on the ground, 宣传部 in public. */
export function ownersOfTrack(incident: IncidentView, track: Track, agencies: AgencyView[]): string[] {
  if (track === 'online') return ['xcb']
  return [...territoriesOf(incident, agencies), 'rsj']
}

/** Who must take one step; going there is the territory's, and 人社局's while the place is unknown. */
export function ownersOfStep(incident: IncidentView, step: StepName, agencies: AgencyView[]): string[] {
  const territories = territoriesOf(incident, agencies)
  if (step === 'on_site' && territories.length > 0) return territories
  return ownersOfTrack(incident, trackOfStep[step], agencies)
}

/** The nearest open step that is this agency's own to take; null for those who only need to know. */
export function nextOwnStep(incident: IncidentView, agency: string, agencies: AgencyView[]): StepView | null {
  const own = openSteps(incident).find(({ step }) => ownersOfStep(incident, step, agencies).includes(agency))
  return own ?? null
}

/** The step that `agency` records next: of its own track first, else the nearest of all. */
export function nextStepFor(
  incident: IncidentView,
  agency: string | null,
  agencies: AgencyView[],
): StepView | null {
  const open = openSteps(incident)
  const own = open.find(({ step }) =>
    ownersOfTrack(incident, trackOfStep[step], agencies).includes(agency ?? ''),
  )
  return own ?? open[0] ?? null
}

/** Whether a step stands in the track that `agency` answers for; others may record it, but owe nothing. */
export function isOfOwnTrack(
  incident: IncidentView,
  { step }: StepView,
  agency: string | null,
  agencies: AgencyView[],
): boolean {
  return agency !== null && ownersOfTrack(incident, trackOfStep[step], agencies).includes(agency)
}

/** Steps not yet done, the nearest first. */
export function openSteps(incident: IncidentView): StepView[] {
  return byDue(incident.steps.filter(({ doneAt }) => doneAt === null))
}

function byDue(steps: StepView[]): StepView[] {
  return [...steps].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
}

function territoriesOf(incident: IncidentView, agencies: AgencyView[]): string[] {
  const territories = new Set(agencies.filter(({ kind }) => kind === 'territory').map(({ key }) => key))
  return incident.alerts.map(({ agency }) => agency).filter((key) => territories.has(key))
}
