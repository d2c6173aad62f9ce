import type { PersonView } from '#contracts/views.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { Transaction } from '#store/database.ts'
import type { Context } from './context.ts'
import { finishStep } from './finish-step.ts'

/**
 * The step 付清或签订计划 is done once nothing is left, or a signed plan covers what is left; it is waived where the claim
 * was verified untrue. What is done already stays as it is.
 */
export async function finishPayment(
  context: Context,
  tx: Transaction,
  { id }: Incident,
  by: PersonView,
  { waived = false }: { waived?: boolean } = {},
): Promise<void> {
  await finishStep(context, tx, { incidentId: id, step: 'paid_or_planned', note: null, waived }, by)
}
