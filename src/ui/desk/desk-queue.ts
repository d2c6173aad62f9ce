import type { AgencyView, AlertView, IncidentView, StepName, StepView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { openSteps, ownersOfStep } from '#ui/incident/step-duty.ts'

/** What is owed next for an incident, by whom and until when; `mine` when this desk's agency owes it. */
export type NextDuty = {
  act: 'accept' | 'progress' | StepName
  agency: string | null
  dueAt: string
  mine: boolean
  /** The clock that runs, for a step. */
  step?: StepView
}

export type QueueRow = { incident: IncidentView; next: NextDuty | null }
export type QueueGroup = 'now' | 'hour' | 'later'
export type DeskQueue = Record<QueueGroup, QueueRow[]>

/** 现在: within the time a grade Ⅱ has for its acceptance. */
const nowSeconds = 600
const hourSeconds = 3_600

/**
 * Open incidents of one desk in three groups by what is due next. A life in danger stands before all; then what my
 * agency must accept within the hour, because accepting takes one press; then everything by its time.
 */
export function deskQueue(
  incidents: IncidentView[],
  actor: { agency: string | null },
  agencies: AgencyView[],
  now: number,
): DeskQueue {
  const queue: DeskQueue = { now: [], hour: [], later: [] }
  const rows = incidents
    .filter(({ state, steps }) => state === 'open' || owesFinalReport(steps))
    .map((incident) => ({ incident, next: nextDuty(incident, actor.agency, agencies) }))
    .sort(byTime)
  for (const row of rows) queue[groupOf(row, now)].push(row)
  queue.now.sort((a, b) => pressOf(b) - pressOf(a))
  return queue
}

function isAlarm(incident: IncidentView): boolean {
  return incident.state === 'open' && isLifeThreatened(incident)
}

function pressOf({ incident, next }: QueueRow): number {
  return isAlarm(incident) ? 2 : Number(isMyAcceptance(next))
}

/** A closed incident stays with those who still have to report it. */
function owesFinalReport(steps: StepView[]): boolean {
  return steps.some(({ step, doneAt }) => step === 'final_report' && doneAt === null)
}

/** My agency's acceptance first; else the nearest of the open steps and of what the three have not accepted. */
export function nextDuty(
  incident: IncidentView,
  agency: string | null,
  agencies: AgencyView[],
): NextDuty | null {
  const owed = incident.state === 'open' ? incident.alerts.filter((one) => one.state === 'unaccepted') : []
  const own = owed.find((alert) => alert.agency === agency)
  if (own) return acceptance(own, true)
  const firstLine = new Set(agencies.filter((one) => one.firstLine !== null).map(({ key }) => key))
  const others = owed.filter((alert) => firstLine.has(alert.agency)).map((alert) => acceptance(alert, false))
  const steps = openSteps(incident).map((step) => {
    const owners = ownersOfStep(incident, step.step, agencies)
    const mine = agency !== null && owners.includes(agency)
    const owner = mine ? agency : (owners[0] ?? null)
    return { act: step.step, agency: owner, dueAt: step.dueAt, mine, step }
  })
  const running = steps.filter(({ step }) => !step.pausedAt)
  const next = [...others, ...running, ...ownLease(incident, agency)].sort(byDue)[0]
  return next ?? steps[0] ?? null
}

/** What my agency holds falls back without a sign of progress. */
function ownLease(incident: IncidentView, agency: string | null): NextDuty[] {
  const held = incident.alerts.find((one) => one.agency === agency && one.state === 'accepted')
  return held?.lease ? [{ act: 'progress', agency, dueAt: held.lease.endsAt, mine: true }] : []
}

function acceptance(alert: AlertView, mine: boolean): NextDuty {
  return { act: 'accept', agency: alert.agency, dueAt: alert.dueAt, mine }
}

function groupOf({ incident, next }: QueueRow, now: number): QueueGroup {
  if (isAlarm(incident)) return 'now'
  if (!next || next.step?.pausedAt) return 'later'
  const seconds = (Date.parse(next.dueAt) - now) / 1000
  if (seconds >= hourSeconds) return 'later'
  return seconds <= nowSeconds || isMyAcceptance(next) ? 'now' : 'hour'
}

function byTime(a: QueueRow, b: QueueRow): number {
  if (!a.next || !b.next) return Number(!a.next) - Number(!b.next) || newer(a, b)
  const waits = Number(Boolean(a.next.step?.pausedAt)) - Number(Boolean(b.next.step?.pausedAt))
  if (waits !== 0) return waits
  return byDue(a.next, b.next) || newer(a, b)
}

function byDue(a: NextDuty, b: NextDuty): number {
  return Date.parse(a.dueAt) - Date.parse(b.dueAt)
}

function newer(a: QueueRow, b: QueueRow): number {
  return Date.parse(b.incident.openedAt) - Date.parse(a.incident.openedAt)
}

function isMyAcceptance(next: NextDuty | null): boolean {
  return next?.act === 'accept' && next.mine
}
