import { steps as order, type Step } from '#domain/clock/limits.ts'

/** 网下: the site, the facts, the money. 网上: the public answer. */
export type Track = 'offline' | 'online'

/** 快报 goes to the column of those who watch the public; 续报 and 终报 are told from the ground. */
const trackOfStep: Record<Step, Track> = {
  phone_report: 'offline',
  on_site: 'offline',
  facts_verified: 'offline',
  follow_up: 'offline',
  paid_or_planned: 'offline',
  final_report: 'offline',
  first_response: 'online',
  written_report: 'online',
  authoritative_word: 'online',
}

/** Done by what happens elsewhere, never by a note: the verification, a public reply, the report that sets the four 不. */
const doneElsewhere: ReadonlySet<Step> = new Set<Step>([
  'facts_verified',
  'first_response',
  'authoritative_word',
  'follow_up',
])

/** 政法委 reports upwards too (附件3 「负责本地区发生欠薪重大事件及处置情况的上报工作」). */
const reports: ReadonlySet<Step> = new Set<Step>([
  'phone_report',
  'written_report',
  'follow_up',
  'final_report',
])

/** Instants as the server has them, or as they travel. */
type Instant = Date | string
export type Owed = { step: Step; dueAt: Instant; doneAt: Instant | null; pausedAt?: Instant | null }

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

/** Who must take one step, the first to be asked first; going there is the territory's, and 人社局's while the place is unknown. */
export function ownersOfStep(step: Step, onRoute: OnRoute): string[] {
  const territories = territoriesOn(onRoute)
  if (step === 'phone_report' || step === 'follow_up' || step === 'final_report')
    return ['rsj', ...territories]
  if (step === 'on_site' && territories.length > 0) return territories
  return ownersOfTrack(trackOfStep[step], onRoute)
}

/** Who may say that a step is done: the agencies of its track, 人社局 in both, 政法委 for what is reported. */
export function recordersOfStep(step: Step, onRoute: OnRoute): string[] {
  const track = ownersOfTrack(trackOfStep[step], onRoute)
  return [...new Set([...track, 'rsj', ...(reports.has(step) ? ['zfw'] : [])])]
}

/** Whether an officer says of it that it is done; the others are done by what happens elsewhere. */
export function isRecordedByHand(step: Step): boolean {
  return !doneElsewhere.has(step)
}

/** The nearest open step that is this agency's own to take; null for those who only need to know. */
export function nextOwnStep<S extends Owed>(steps: readonly S[], agency: string, onRoute: OnRoute): S | null {
  const own = openSteps(steps).find(({ step }) => ownersOfStep(step, onRoute).includes(agency))
  return own ?? null
}

/** The step that `agency` records next: of its own track first, else the nearest it may record; null when there is none. */
export function nextStepFor<S extends Owed>(
  steps: readonly S[],
  agency: string | null,
  onRoute: OnRoute,
): S | null {
  const open = openSteps(steps).filter(({ step }) => mayRecordStep(step, agency, onRoute))
  const own = open.find((one) => isOfOwnTrack(one.step, agency, onRoute))
  return own ?? open[0] ?? null
}

/** Whether this agency may note the step as done by hand. */
export function mayRecordStep(step: Step, agency: string | null, onRoute: OnRoute): boolean {
  return isRecordedByHand(step) && agency !== null && recordersOfStep(step, onRoute).includes(agency)
}

/** Whether a step stands in the track that `agency` answers for; others may record it, but owe nothing. */
export function isOfOwnTrack(step: Step, agency: string | null, onRoute: OnRoute): boolean {
  return agency !== null && ownersOfTrack(trackOfStep[step], onRoute).includes(agency)
}

/** Steps not yet done, the nearest first; what is paused is due when it runs again, so it comes last. */
export function openSteps<S extends Owed>(steps: readonly S[]): S[] {
  return byDue(steps.filter(({ doneAt }) => doneAt === null))
}

/** Of two clocks that run out together the one of the table's earlier row comes first: 电话报告 before 到场. */
function byDue<S extends Owed>(steps: readonly S[]): S[] {
  return [...steps].sort(
    (a, b) =>
      Number(Boolean(a.pausedAt)) - Number(Boolean(b.pausedAt)) ||
      millis(a.dueAt) - millis(b.dueAt) ||
      order.indexOf(a.step) - order.indexOf(b.step),
  )
}

function territoriesOn({ route, territories }: OnRoute): string[] {
  return route.filter((key) => territories.includes(key))
}

function millis(instant: Instant): number {
  return instant instanceof Date ? instant.getTime() : Date.parse(instant)
}
