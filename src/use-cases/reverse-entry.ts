import type { LedgerEntryView } from '#contracts/ledger.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { admitReversal } from '#domain/ledger/ledger.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result } from '#domain/result.ts'
import { insertEntry, type LedgerLine, ledgerOf } from '#store/ledger.ts'
import { entryViewOf } from '#store/ledger-view.ts'
import type { Context } from './context.ts'
import { followLedger } from './follow-ledger.ts'
import { lockedHandled } from './locked-handled.ts'

/**
 * Takes a line of the ledger back, with its reason; both lines stay.
 * Refusals: no_such_incident, not_your_agency, role_may_not, no_such_entry, already_reversed, less_than_paid, more_than_advanced.
 */
export async function reverseEntry(
  context: Context,
  { incidentId, entryId, reason }: { incidentId: string; entryId: string; reason: string },
): Promise<Result<LedgerEntryView>> {
  return context.db.transaction(async (tx) => {
    const locked = await lockedHandled(context, tx, incidentId, 'keep_ledger')
    if (!locked.ok) return locked
    const { incident, by } = locked.value
    const before = await ledgerOf(tx, incidentId)
    const admitted = admitReversal(before, entryId)
    if (!admitted.ok) return admitted
    const { fen, workers, source } = admitted.value
    const entry: LedgerLine = {
      id: context.newId(),
      incidentId,
      kind: 'reversed',
      fen,
      workers,
      source,
      reference: maskPersonalData(reason),
      reverses: entryId,
      on: shanghaiDay(context.now),
      at: context.now,
      by,
    }
    await insertEntry(tx, entry)
    await followLedger(context, tx, { incident, book: [...before, entry], entry, by })
    return ok(entryViewOf(entry))
  })
}
