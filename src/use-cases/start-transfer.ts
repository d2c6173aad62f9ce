import type { z } from 'zod'
import type { startTransferInput, TransferView } from '#contracts/proceedings.ts'
import { fenOf } from '#domain/ledger/fen.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { thresholdReached } from '#domain/transfer/threshold.ts'
import { record } from '#store/event-log.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { insertTransfer, type TransferRow, transfersOf, transferViewOf } from '#store/transfers.ts'
import type { Context } from './context.ts'
import { lockedHandled } from './locked-handled.ts'

/**
 * Begins the way to the police: checks the line of the criminal rule; nobody is told outside the route yet.
 * Refusals: no_such_incident, not_your_agency, role_may_not, below_threshold, transfer_running.
 */
export async function startTransfer(
  context: Context,
  input: z.output<typeof startTransferInput>,
): Promise<Result<TransferView>> {
  return context.db.transaction(async (tx) => {
    const { workers, longestMonths } = input
    const locked = await lockedHandled(context, tx, input.incidentId, 'transfer_to_police')
    if (!locked.ok) return locked
    const { incident, by } = locked.value
    const incidentId = incident.id
    const known = await transfersOf(tx, incident.id)
    if (known.some(({ state }) => state !== 'ended')) return refusal('transfer_running')
    const totalFen = fenOf(input.totalYuan)
    const facts = { workers, totalFen, longestMonths, largestFen: fenOf(input.largestYuan) }
    const line = thresholdReached(facts, incidentRules().response.transfer)
    if (!line) return refusal('below_threshold')
    const row: TransferRow = {
      ...{ id: context.newId(), incidentId, state: 'checked', line, facts, version: 1 },
      ...{ orderNumber: null, orderServedOn: null, payBy: null, decidedAt: null, decision: null },
      ...{ decisionReason: null, letterNumber: null, handedOverAt: null, evidence: [], copyNumber: null },
      ...{
        repliedAt: null,
        reply: null,
        replyNote: null,
        objectedAt: null,
        dueAt: null,
        overdueToldAt: null,
      },
      ...{ startedAt: context.now, startedBy: by },
    }
    await insertTransfer(tx, row)
    const view = transferViewOf(row)
    const data = { incidentId, transfer: view, move: 'start' as const, by }
    await record(tx, [{ name: 'transfer.moved', data, incidentId, route: incident.route }], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}
