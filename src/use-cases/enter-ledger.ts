import type { EnterLedger, LedgerEntryView } from '#contracts/ledger.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { fenOf } from '#domain/ledger/fen.ts'
import { admitEntry } from '#domain/ledger/ledger.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { insertEntry, type LedgerLine, ledgerOf } from '#store/ledger.ts'
import { entryViewOf } from '#store/ledger-view.ts'
import type { Context } from './context.ts'
import { followLedger } from './follow-ledger.ts'
import { lockedHandled } from './locked-handled.ts'

/**
 * Notes what is owed, what was paid and from whose money, or what came back, in the book of the incident that is named,
 * also where it was merged into another one; personal data in the reference is masked.
 * Refusals: no_such_incident, not_your_agency, role_may_not, day_in_the_future, owed_unknown,
 * more_than_left { left }, less_than_paid { paid }, more_than_advanced { advanced }.
 */
export async function enterLedger(context: Context, input: EnterLedger): Promise<Result<LedgerEntryView>> {
  return context.db.transaction(async (tx) => {
    const locked = await lockedHandled(context, tx, input.incidentId, 'keep_ledger')
    if (!locked.ok) return locked
    if (input.on > shanghaiDay(context.now)) return refusal('day_in_the_future')
    const { incident, by } = locked.value
    const before = await ledgerOf(tx, input.incidentId)
    const fen = fenOf(input.yuan)
    const admitted = admitEntry(before, { kind: input.kind, fen })
    if (!admitted.ok) return admitted
    const entry: LedgerLine = {
      id: context.newId(),
      incidentId: input.incidentId,
      kind: input.kind,
      fen,
      workers: input.kind === 'recovered' ? null : input.workers,
      source: input.kind === 'paid' ? input.source : null,
      reference: maskPersonalData(input.reference),
      reverses: null,
      on: input.on,
      at: context.now,
      by,
    }
    await insertEntry(tx, entry)
    await followLedger(context, tx, { incident, book: [...before, entry], entry, by })
    return ok(entryViewOf(entry))
  })
}
