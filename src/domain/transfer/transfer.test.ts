import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thresholdReached } from './threshold.ts'
import { moveTransfer, type Transfer, type TransferMove, transferDue } from './transfer.ts'

const checked: Transfer = {
  state: 'checked',
  line: 'ten_workers',
  orderServedOn: null,
  orderNumber: null,
  payBy: null,
  decidedAt: null,
  decision: null,
  letterNumber: null,
  handedOverAt: null,
  repliedAt: null,
  reply: null,
  objectedAt: null,
}
const serve: TransferMove = {
  move: 'serve_order',
  orderNumber: '责令〔2026〕9号',
  servedOn: '2026-11-23',
  payBy: '2026-11-30',
}
const handOver: TransferMove = {
  move: 'hand_over',
  letterNumber: '移送〔2026〕3号',
  evidence: ['责令书送达回证'],
  copyNumber: '抄〔2026〕3号',
}
const at = (instant: string) => ({ now: new Date(instant), leftFen: 65_400_000 })

/** Makes the moves one after another and expects each to be allowed. */
function after(...moves: [TransferMove, string][]): Transfer {
  return moves.reduce((transfer, [move, instant]) => {
    const answer = moveTransfer(transfer, move, at(instant))
    if (!answer.ok) throw new Error(`${move.move}: ${answer.refusal.code}`)
    return answer.value
  }, checked)
}
const ordered = () => after([serve, '2026-11-23T06:00:00Z'])
const decided = () =>
  after([serve, '2026-11-23T06:00:00Z'], [{ move: 'decide', decision: 'hand_over' }, '2026-12-01T02:00:00Z'])
const handedOver = () =>
  after(
    [serve, '2026-11-23T06:00:00Z'],
    [{ move: 'decide', decision: 'hand_over' }, '2026-12-01T02:00:00Z'],
    [handOver, '2026-12-01T09:00:00Z'],
  )

describe('the line of the criminal rule', () => {
  it.each([
    [
      'ten workers, six ten-thousands',
      { workers: 10, totalFen: 6_000_000, longestMonths: 0, largestFen: 0 },
      'ten_workers',
    ],
    ['nine workers', { workers: 9, totalFen: 90_000_000, longestMonths: 0, largestFen: 0 }, null],
    ['ten workers a fen short', { workers: 10, totalFen: 5_999_999, longestMonths: 0, largestFen: 0 }, null],
    [
      'one worker, three months, ten thousand',
      { workers: 1, totalFen: 1_000_000, longestMonths: 3, largestFen: 1_000_000 },
      'one_worker',
    ],
    [
      'one worker, two months',
      { workers: 1, totalFen: 9_000_000, longestMonths: 2, largestFen: 9_000_000 },
      null,
    ],
  ] as const)('%s', (_, facts, line) => {
    expect(thresholdReached(facts)).toBe(line)
  })
})

describe('a transfer to the police', () => {
  it('goes its lawful way, each party with its time', () => {
    expect(transferDue(ordered())).toEqual({ what: 'decision', dueAt: new Date('2026-12-03T16:00:00Z') })
    expect(transferDue(decided())).toEqual({ what: 'handing_over', dueAt: new Date('2026-12-02T02:00:00Z') })
    expect(transferDue(handedOver())).toEqual({ what: 'reply', dueAt: new Date('2026-12-04T09:00:00Z') })
    const filed = moveTransfer(handedOver(), { move: 'reply', reply: 'filed' }, at('2026-12-02T00:00:00Z'))
    expect(filed.ok && transferDue(filed.value)).toBeNull()
  })

  it.each<[string, () => Transfer, TransferMove, string, string]>([
    [
      'while the order still runs, to its last minute',
      ordered,
      { move: 'decide', decision: 'hand_over' },
      '2026-11-30T15:59:00Z',
      'order_still_runs',
    ],
    ['without a decision', ordered, handOver, '2026-12-01T02:00:00Z', 'transfer_order'],
    [
      'without evidence',
      decided,
      { ...handOver, evidence: [] } as TransferMove,
      '2026-12-01T02:00:00Z',
      'evidence_missing',
    ],
    [
      'without the copy to the procuratorate',
      decided,
      { ...handOver, copyNumber: null } as TransferMove,
      '2026-12-01T02:00:00Z',
      'copy_missing',
    ],
    ['twice', handedOver, handOver, '2026-12-01T10:00:00Z', 'transfer_order'],
  ])('is not handed over %s', (_, transfer, move, instant, code) => {
    expect(moveTransfer(transfer(), move, at(instant))).toMatchObject({ ok: false, refusal: { code } })
  })

  it('is not handed over once the wages are paid', () => {
    const answer = moveTransfer(
      ordered(),
      { move: 'decide', decision: 'hand_over' },
      { ...at('2026-12-01T02:00:00Z'), leftFen: 0 },
    )
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'paid_meanwhile' } })
  })

  it('a refusal of the police can be objected to for three days', () => {
    const refused = moveTransfer(
      handedOver(),
      { move: 'reply', reply: 'refused' },
      at('2026-12-02T00:00:00Z'),
    )
    if (!refused.ok) throw new Error('refused')
    expect(moveTransfer(refused.value, { move: 'object' }, at('2026-12-05T00:00:01Z'))).toMatchObject({
      refusal: { code: 'objection_late' },
    })
    const objected = moveTransfer(refused.value, { move: 'object' }, at('2026-12-05T00:00:00Z'))
    expect(objected.ok && transferDue(objected.value)).toEqual({
      what: 'reply',
      dueAt: new Date('2026-12-08T00:00:00Z'),
    })
  })

  it('no sequence of moves reaches the police without an order that ran out, a decision and the copy', () => {
    const moves: TransferMove[] = [
      serve,
      { move: 'decide', decision: 'hand_over' },
      { move: 'decide', decision: 'not_handed_over' },
      handOver,
      { ...handOver, copyNumber: null } as TransferMove,
      { move: 'reply', reply: 'refused' },
      { move: 'reply', reply: 'filed' },
      { move: 'object' },
      { move: 'end' },
    ]
    const step = fc.record({
      move: fc.constantFrom(...moves),
      hours: fc.nat(100),
      leftFen: fc.constantFrom(0, 100),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = new Date('2026-11-23T06:00:00Z')
        let transfer = checked
        for (const { move, hours, leftFen } of steps) {
          now = new Date(now.getTime() + hours * 3_600_000)
          const answer = moveTransfer(transfer, move, { now, leftFen })
          if (!answer.ok) continue
          transfer = answer.value
          if (transfer.handedOverAt === null) continue
          expect(transfer.decision).toBe('hand_over')
          expect(transfer.letterNumber).toBeTruthy()
          expect(transfer.decidedAt?.getTime()).toBeGreaterThanOrEqual(Date.parse('2026-11-30T16:00:00Z'))
        }
      }),
      { numRuns: 500 },
    )
  })
})
