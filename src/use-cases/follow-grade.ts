import { type Alert, hastenAlert, raiseAlert } from '#domain/alert/alert.ts'
import { hastenClock, type StepClock, startClocks } from '#domain/clock/step-clock.ts'
import { clockGradeOf, isLifeThreatened } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { type Duties, lockDuties, saveDuties } from '#store/held-incidents.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import { inSeason } from './assess-incident.ts'
import type { Context } from './context.ts'

/** A graver grade hastens clocks, its own running from now; agencies new on the route are alerted and returned. */
export async function followGrade(
  context: Context,
  tx: Transaction,
  before: Incident,
  after: Incident,
): Promise<Alert[]> {
  const held = await lockDuties(tx, [after.id])
  const { newcomers, ...duties } = dutiesAfter(context, held, before, after)
  await saveDuties(tx, [{ before: held, after: duties }])
  return newcomers
}

/** What is owed after the grade, the route or the public changed; what stays the same stays the same object. */
export function dutiesAfter(
  context: Context,
  held: Duties,
  before: Incident,
  after: Incident,
): Duties & { newcomers: Alert[] } {
  const { now } = context
  const hastened = hastensAlerts(before, after)
    ? held.alerts.map((alert) => hastenAlert(alert, clockGradeOf(after, alert.agency), now))
    : held.alerts
  const newcomers = raisedAlerts(
    context,
    after,
    after.route.filter((agency) => !before.route.includes(agency)),
  )
  return {
    alerts: inOrder([...hastened, ...newcomers]),
    steps: hastensSteps(before, after) ? nearer(held.steps, startedSteps(after, now), now) : held.steps,
    newcomers,
  }
}

/** Fresh alerts of some agencies on the route of an incident. */
export function raisedAlerts(context: Context, incident: Incident, agencies: string[]): Alert[] {
  return agencies.map((agency) =>
    raiseAlert(
      context.newId(),
      incident.id,
      agency,
      clockGradeOf(incident, agency),
      context.now,
      incident.postCount,
    ),
  )
}

/** The clocks an incident runs under from now on, the nearest first. */
export function startedSteps({ id, grade, online }: Incident, now: Date): StepClock[] {
  return nearestFirst(startClocks(id, grade, now, { online, inSeason: inSeason(now) }, workingCalendar()))
}

/** Alerts in the order they are read. */
export function inOrder(alerts: Alert[]): Alert[] {
  return alerts.toSorted((a, b) => (a.agency < b.agency ? -1 : 1))
}

function hastensAlerts(before: Incident, after: Incident): boolean {
  return after.grade !== before.grade || (isLifeThreatened(after) && !isLifeThreatened(before))
}

function hastensSteps(before: Incident, after: Incident): boolean {
  return after.grade !== before.grade || after.online !== before.online
}

/** Of the clock that runs and the fresh one the nearer counts. */
function nearer(held: StepClock[], fresh: StepClock[], now: Date): StepClock[] {
  const running = held.map((clock) => {
    const beside = fresh.find(({ step }) => step === clock.step)
    return beside ? hastenClock(clock, beside, now) : clock
  })
  const known = new Set(held.map(({ step }) => step))
  return nearestFirst([...running, ...fresh.filter(({ step }) => !known.has(step))])
}

function nearestFirst(steps: StepClock[]): StepClock[] {
  return steps.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.step < b.step ? -1 : 1))
}
