import { type Alert, hastenAlert, raiseAlert } from '#domain/alert/alert.ts'
import { followClocks } from '#domain/clock/follow-clocks.ts'
import type { StepClock } from '#domain/clock/step-clock.ts'
import { clockGradeOf, isLifeThreatened } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { type Duties, lockDuties, saveDuties } from '#store/held-incidents.ts'
import { endPause } from '#store/steps.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import { limitsInForce } from './assess-incident.ts'
import type { Context } from './context.ts'

/**
 * A graver grade hastens clocks, its own running from now, and a person's word may lighten them; agencies new on the
 * route are alerted and returned.
 */
export async function followGrade(
  context: Context,
  tx: Transaction,
  before: Incident,
  after: Incident,
): Promise<Alert[]> {
  const held = await lockDuties(tx, [after.id])
  const { newcomers, ...duties } = dutiesAfter(context, held, before, after)
  await saveDuties(tx, [{ before: held, after: duties }])
  const owed = new Set(duties.steps.map(({ step }) => step))
  for (const clock of held.steps) {
    if (clock.pausedAt && !owed.has(clock.step)) await endPause(tx, clock, { at: context.now, by: null })
  }
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
    steps: stepsAfter(held.steps, before, after, now),
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

/** The clocks an incident that has just been opened runs under, the nearest first. */
export function startedSteps(incident: Incident, now: Date): StepClock[] {
  return followClocks([], { ...incident, ...limitsInForce(now), decided: false }, now, workingCalendar())
}

/** Alerts in the order they are read. */
export function inOrder(alerts: Alert[]): Alert[] {
  return alerts.toSorted((a, b) => (a.agency < b.agency ? -1 : 1))
}

function hastensAlerts(before: Incident, after: Incident): boolean {
  return after.grade !== before.grade || (isLifeThreatened(after) && !isLifeThreatened(before))
}

function stepsAfter(held: StepClock[], before: Incident, after: Incident, now: Date): StepClock[] {
  // A word that came with another incident is no word on this one.
  const decided =
    after.gradeDecision?.at === now.toISOString() && before.gradeDecision?.at !== after.gradeDecision.at
  if (!decided && after.grade === before.grade && after.online === before.online) return held
  return followClocks(held, { ...after, ...limitsInForce(now), decided }, now, workingCalendar())
}
