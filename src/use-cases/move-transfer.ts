import type { MoveTransfer, TransferView } from '#contracts/proceedings.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { balanceTogether } from '#domain/ledger/together.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { moveTransfer as move, transferDue } from '#domain/transfer/transfer.ts'
import { record } from '#store/event-log.ts'
import { booksOf } from '#store/ledger.ts'
import { findTransfer, saveTransfer, type TransferRow, transferViewOf } from '#store/transfers.ts'
import { alertPolice } from './alert-police.ts'
import type { Context } from './context.ts'
import { lockedHandled } from './locked-handled.ts'
import type { RoutedAction } from './locked-incident.ts'

/** Who may make each move: 人社局 serves and hands over, its leader or the office decides, 公安局 replies. */
const actionOf: Record<MoveTransfer['what']['move'], RoutedAction> = {
  serve_order: 'transfer_to_police',
  decide: 'decide_transfer',
  hand_over: 'transfer_to_police',
  reply: 'reply_to_transfer',
  object: 'transfer_to_police',
  end: 'decide_transfer',
}

/**
 * One lawful move on the way to the police; handing over puts them on the incident's route.
 * Refusals: no_such_transfer, not_your_agency, role_may_not, stale_version, transfer_order { state }, order_dates,
 * order_still_runs { payBy }, paid_meanwhile, evidence_missing, copy_missing, objection_late.
 */
export async function moveTransfer(
  context: Context,
  { transferId, version, what }: MoveTransfer,
): Promise<Result<TransferView>> {
  return context.db.transaction(async (tx) => {
    const found = await findTransfer(tx, transferId)
    if (!found) return refusal('no_such_transfer')
    const locked = await lockedHandled(context, tx, found.incidentId, actionOf[what.move])
    if (!locked.ok) return locked
    const { incident, by } = locked.value
    const books = await booksOf(tx, found.incidentId)
    const balance = balanceTogether(books.map(({ rows }) => balanceOf(rows)))
    // Where nobody has kept a ledger the debt stands as it was checked.
    const leftFen = balance.known ? balance.leftFen : found.facts.totalFen
    const moved = move(found, what, { now: context.now, leftFen })
    if (!moved.ok) return moved
    const changed: TransferRow = { ...found, ...moved.value, ...wordsOf(what), version, overdueToldAt: null }
    const after = { ...changed, dueAt: transferDue(changed)?.dueAt ?? null }
    if (!(await saveTransfer(tx, after))) return refusal('stale_version')
    const view = transferViewOf({ ...after, version: version + 1 })
    const told = what.move === 'hand_over' ? await alertPolice(context, tx, incident) : []
    const route = told[0]?.route ?? incident.route
    const data = { incidentId: incident.id, transfer: view, move: what.move, by }
    await record(tx, [{ name: 'transfer.moved', data, incidentId: incident.id, route }, ...told], {
      at: context.now,
      actor: by,
    })
    return ok(view)
  })
}

/** What is written down beside the state; personal data in it is masked. */
function wordsOf(what: MoveTransfer['what']): Partial<TransferRow> {
  switch (what.move) {
    case 'decide':
    case 'end':
      return { decisionReason: maskPersonalData(what.reason) }
    case 'hand_over':
      return { evidence: what.evidence.map(maskPersonalData), copyNumber: what.copyNumber }
    case 'reply':
      return { replyNote: maskPersonalData(what.note) }
    case 'serve_order':
    case 'object':
      return {}
  }
}
