import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import type { Context } from './context.ts'
import { finishStep } from './finish-step.ts'
import type { Happened } from './happened.ts'

/**
 * The step 付清或签订计划 is done once nothing is left, or a signed plan covers what is left; it is waived where the claim
 * was verified untrue. What is done already stays as it is. Returns what is to be recorded.
 */
export async function finishPayment(
  context: Context,
  tx: Transaction,
  { id }: Incident,
  by: PersonView,
  { waived = false }: { waived?: boolean } = {},
): Promise<Happened> {
  const step = { incidentId: id, step: 'paid_or_planned' as const, note: null, waived }
  const done = await finishStep(context, tx, step, by)
  return done.ok ? done.value.happened : []
}
