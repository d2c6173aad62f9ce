import type { Step } from '#domain/clock/limits.ts'

/** 网下: the site, the facts, the money. 网上: the public answer. */
export type Track = 'offline' | 'online'

const trackOfStep: Record<Step, Track> = {
  on_site: 'offline',
  facts_verified: 'offline',
  paid_or_planned: 'offline',
  first_response: 'online',
}

/** Instants as the server has them, or as they travel. */
type Instant = Date | string
export type Owed = { step: Step; dueAt: Instant; doneAt: Instant | null }

/** Who is on an incident's route, and which of them are territories. */
export type OnRoute = { route: readonly string[]; territories: readonly string[] }

/** The steps of one track, the nearest first. */
export function stepsOfTrack<S extends Owed>(steps: readonly S[], track: Track): S[] {
  return byDue(steps.filter(({ step }) => trackOfStep[step] === track))
}

/** Who answers for a track: the territory and 人社局 on the ground, 宣传部 in public. */
export function ownersOfTrack(track: Track, onRoute: OnRoute): string[] {
  if (track === 'online') return ['xcb']
  return [...territoriesOn(onRoute), 'rsj']
}

/** Who must take one step; going there is the territory's, and 人社局's while the place is unknown. */
export function ownersOfStep(step: Step, onRoute: OnRoute): string[] {
  const territories = territoriesOn(onRoute)
  if (step === 'on_site' && territories.length > 0) return territories
  return ownersOfTrack(trackOfStep[step], onRoute)
}

/** The nearest open step that is this agency's own to take; null for those who only need to know. */
export function nextOwnStep<S extends Owed>(steps: readonly S[], agency: string, onRoute: OnRoute): S | null {
  const own = openSteps(steps).find(({ step }) => ownersOfStep(step, onRoute).includes(agency))
  return own ?? null
}

/** The step that `agency` records next: of its own track first, else the nearest of all. */
export function nextStepFor<S extends Owed>(
  steps: readonly S[],
  agency: string | null,
  onRoute: OnRoute,
): S | null {
  const open = openSteps(steps)
  const own = open.find((one) => isOfOwnTrack(one.step, agency, onRoute))
  return own ?? open[0] ?? null
}

/** Whether a step stands in the track that `agency` answers for; others may record it, but owe nothing. */
export function isOfOwnTrack(step: Step, agency: string | null, onRoute: OnRoute): boolean {
  return agency !== null && ownersOfTrack(trackOfStep[step], onRoute).includes(agency)
}

/** Steps not yet done, the nearest first. */
export function openSteps<S extends Owed>(steps: readonly S[]): S[] {
  return byDue(steps.filter(({ doneAt }) => doneAt === null))
}

function byDue<S extends Owed>(steps: readonly S[]): S[] {
  return [...steps].sort((a, b) => millis(a.dueAt) - millis(b.dueAt))
}

function territoriesOn({ route, territories }: OnRoute): string[] {
  return route.filter((key) => territories.includes(key))
}

function millis(instant: Instant): number {
  return instant instanceof Date ? instant.getTime() : Date.parse(instant)
}
