import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { activeChoice, insertChoice } from '#store/models.ts'
import { type Context, recordedActor } from './context.ts'

/** Puts rules or weights in force from now on; the caller holds the lock. Every process notices within seconds. */
export async function chooseReading(
  context: Context,
  tx: Transaction,
  wanted: { ruleSetVersion?: number; modelVersion?: number },
  why: string,
): Promise<void> {
  const by = recordedActor(context)
  const chosen = { ...(await activeChoice(tx)), ...wanted }
  await insertChoice(tx, { ...chosen, chosenAt: context.now, chosenBy: by, why })
  await record(tx, [{ name: 'reading.changed', data: { ...chosen, by }, incidentId: null, route: null }], {
    at: context.now,
    actor: by,
  })
}
