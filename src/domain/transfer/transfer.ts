import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { ok, type Refusal, refusal } from '#domain/result.ts'
import type { ThresholdLine } from './threshold.ts'

/**
 * 移送公安 in its lawful order: threshold → order to pay (责令支付) → its deadline → decision → 移送函 with a copy
 * to the procuratorate → reply. Terms: 国务院令310 arts. 5, 6, 8 (3 d to decide, 24 h to hand over, 3 d for the
 * police, 3 d to object); the copy: 嘉防欠薪发〔2017〕1号 一(五), 五(二).
 */
export type Transfer = {
  state: TransferState
  line: ThresholdLine
  /** Day the order was served, and the last day to pay. */
  orderServedOn: string | null
  orderNumber: string | null
  payBy: string | null
  decidedAt: Date | null
  decision: 'hand_over' | 'not_handed_over' | null
  letterNumber: string | null
  handedOverAt: Date | null
  repliedAt: Date | null
  reply: 'filed' | 'refused' | null
  objectedAt: Date | null
}

export type TransferState =
  | 'checked'
  | 'ordered'
  | 'decided'
  | 'handed_over'
  | 'filed'
  | 'refused'
  | 'objected'
  /** Paid, or decided not to be handed over. */
  | 'ended'

export type TransferMove =
  | { move: 'serve_order'; orderNumber: string; servedOn: string; payBy: string }
  | { move: 'decide'; decision: 'hand_over' | 'not_handed_over' }
  | { move: 'hand_over'; letterNumber: string; evidence: readonly string[]; copyNumber: string | null }
  | { move: 'reply'; reply: 'filed' | 'refused' }
  | { move: 'object' }
  | { move: 'end' }

export type TransferRefusal =
  | 'transfer_order'
  | 'order_dates'
  | 'order_still_runs'
  | 'paid_meanwhile'
  | 'evidence_missing'
  | 'copy_missing'
  | 'objection_late'

const hour = 3_600_000
const day = 24 * hour

/** From which state each move may be made. */
const from: Record<TransferMove['move'], readonly TransferState[]> = {
  serve_order: ['checked'],
  decide: ['ordered'],
  hand_over: ['decided'],
  reply: ['handed_over', 'objected'],
  object: ['refused'],
  end: ['checked', 'ordered', 'decided', 'handed_over', 'filed', 'refused', 'objected'],
}

/** The transfer after one move, or why that move cannot be made now. */
export function moveTransfer(
  transfer: Transfer,
  move: TransferMove,
  { now, leftFen }: { now: Date; leftFen: number },
): { ok: true; value: Transfer } | { ok: false; refusal: Refusal<TransferRefusal> } {
  if (!from[move.move].includes(transfer.state)) return refusal('transfer_order', { state: transfer.state })
  switch (move.move) {
    case 'serve_order':
      if (move.servedOn > shanghaiDay(now) || move.payBy <= move.servedOn) return refusal('order_dates')
      return ok({
        ...transfer,
        state: 'ordered',
        orderNumber: move.orderNumber,
        orderServedOn: move.servedOn,
        payBy: move.payBy,
      })
    case 'decide':
      return decide(transfer, move.decision, now, leftFen)
    case 'hand_over':
      if (move.evidence.length === 0) return refusal('evidence_missing')
      if (!move.copyNumber) return refusal('copy_missing')
      return ok({ ...transfer, state: 'handed_over', letterNumber: move.letterNumber, handedOverAt: now })
    case 'reply':
      return ok({ ...transfer, state: move.reply, reply: move.reply, repliedAt: now })
    case 'object':
      if (transfer.repliedAt && now.getTime() > transfer.repliedAt.getTime() + 3 * day) {
        return refusal('objection_late')
      }
      return ok({ ...transfer, state: 'objected', objectedAt: now })
    case 'end':
      return ok({ ...transfer, state: 'ended' })
  }
}

/** Only an order that ran out unpaid makes a crime of a debt. */
function decide(transfer: Transfer, decision: 'hand_over' | 'not_handed_over', now: Date, leftFen: number) {
  if (decision === 'hand_over') {
    if (shanghaiDay(now) <= (transfer.payBy ?? ''))
      return refusal('order_still_runs', { payBy: transfer.payBy ?? '' })
    if (leftFen === 0) return refusal('paid_meanwhile')
  }
  const state: TransferState = decision === 'hand_over' ? 'decided' : 'ended'
  return ok({ ...transfer, state, decision, decidedAt: now })
}

/** What is owed next, by whom and until when; null while nothing is. */
export function transferDue(transfer: Transfer): { what: TransferDue; dueAt: Date } | null {
  const after = (at: Date | null, ms: number) => (at ? new Date(at.getTime() + ms) : null)
  const owed = (what: TransferDue, dueAt: Date | null) => dueAt && { what, dueAt }
  switch (transfer.state) {
    case 'checked':
    case 'ended':
    case 'filed':
      return null
    case 'ordered':
      return transfer.payBy ? owed('decision', after(endOfDay(transfer.payBy), 3 * day)) : null
    case 'decided':
      return owed('handing_over', after(transfer.decidedAt, day))
    case 'handed_over':
      return owed('reply', after(transfer.handedOverAt, 3 * day))
    case 'refused':
      return owed('objection', after(transfer.repliedAt, 3 * day))
    case 'objected':
      return owed('reply', after(transfer.objectedAt, 3 * day))
  }
}

export type TransferDue = 'decision' | 'handing_over' | 'reply' | 'objection'

function endOfDay(on: string): Date {
  return new Date(Date.parse(`${on}T00:00:00+08:00`) + day)
}
