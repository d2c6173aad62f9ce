import type { StepClock } from '#domain/clock/step-clock.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { fullIncident } from '#store/incidents.ts'
import { lockSteps, saveStep } from '#store/steps.ts'
import { reopenedClocks } from './close-clocks.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { standingFacts } from './standing-facts.ts'

/** 付清或签订计划 is owed anew, its limit running from now. Returns what is to be recorded. */
export async function owePayment(
  context: Context,
  tx: Transaction,
  incident: Incident,
  payment: StepClock,
): Promise<Happened> {
  for (const fresh of reopenedClocks(context, [payment], incident)) await saveStep(tx, fresh)
  const { id: incidentId, route } = incident
  const view = incidentViewOf(await fullIncident(tx, incidentId))
  return [{ name: 'step.started', data: { incident: view, step: 'paid_or_planned' }, incidentId, route }]
}

/**
 * A claim once verified untrue has been found otherwise: the payment that was waived is owed again, unless it has been
 * made or planned meanwhile. Returns what is to be recorded.
 */
export async function oweWaivedPayment(
  context: Context,
  tx: Transaction,
  incident: Incident,
): Promise<Happened> {
  const payment = (await lockSteps(tx, incident.id)).find(({ waived }) => waived)
  if (!payment) return []
  const { settled } = await standingFacts(tx, incident, context.now)
  if (!settled) return owePayment(context, tx, incident, payment)
  await saveStep(tx, { ...payment, waived: false })
  return []
}
