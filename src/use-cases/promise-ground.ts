import type { PromiseGround } from '#domain/alert/promise.ts'
import { isTerritory } from '#store/agencies.ts'
import type { RoutedAlert } from '#store/alerts.ts'
import type { Transaction } from '#store/database.ts'
import { type StepRow, stepsOfAll } from '#store/steps.ts'
import { readShiftEnds } from './shift-ends.ts'

/** What one agency's promise is made from. */
export async function promiseGround(tx: Transaction, routed: RoutedAlert, now: Date): Promise<PromiseGround> {
  const [ground] = await promiseGrounds(tx, [routed], now)
  if (!ground) throw new Error(`no ground for alert ${routed.alert.id}`)
  return ground
}

/** The same for many, with one question to the store; in the order they were given. */
export async function promiseGrounds(
  tx: Transaction,
  many: readonly RoutedAlert[],
  now: Date,
): Promise<PromiseGround[]> {
  if (many.length === 0) return []
  const ids = [...new Set(many.map(({ alert }) => alert.incidentId))]
  const running = new Map<string, StepRow[]>(ids.map((id) => [id, []]))
  // Nobody promises a step whose clock has been stopped.
  for (const step of await stepsOfAll(tx, ids)) {
    if (step.pausedAt === null) running.get(step.incidentId)?.push(step)
  }
  const shiftEnds = await readShiftEnds(tx, now)
  return many.map(({ alert, route, grade }) => ({
    agency: alert.agency,
    grade,
    route,
    territories: route.filter(isTerritory),
    steps: running.get(alert.incidentId) ?? [],
    shiftEndsAt: shiftEnds(alert.agency, now),
  }))
}
