import type { NewEvent } from '#contracts/events.ts'
import { transferDue } from '#domain/transfer/transfer.ts'
import { record } from '#store/event-log.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { lockLateTransfers, markTransferLate } from '#store/transfers.ts'
import type { Context } from './context.ts'

const batch = 100

/** Tells once of each move on the way to the police that is late. @returns how many are. */
export async function tellLateTransfers(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const happened: (NewEvent & { route: string[] })[] = []
    for (const transfer of await lockLateTransfers(tx, context.now, batch)) {
      await markTransferLate(tx, transfer.id, context.now)
      const due = transferDue(transfer)
      const handled = await handledIncident(tx, transfer.incidentId)
      if (!due || !handled) continue
      const { id: incidentId, route } = handled
      const data = { incidentId, what: due.what, dueAt: due.dueAt.toISOString() }
      happened.push({ name: 'transfer.overdue', data, incidentId, route })
    }
    await record(tx, happened, { at: context.now, actor: null })
    return happened.length
  })
}
