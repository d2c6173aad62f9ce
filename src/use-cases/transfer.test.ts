import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MoveTransfer } from '#contracts/proceedings.ts'
import { verifyFactsInput } from '#contracts/track.ts'
import type { Person } from '#domain/permission.ts'
import { eventsAfter } from '#store/event-log.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptLegalAid } from './accept-legal-aid.ts'
import { consequenceOf } from './calls-of-event.ts'
import { dateProceeding } from './date-proceeding.ts'
import { moveTransfer } from './move-transfer.ts'
import { openProceeding } from './open-proceeding.ts'
import { readProceedings } from './read-proceedings.ts'
import { readTransferLetter } from './read-transfer-letter.ts'
import { referLegalAid } from './refer-legal-aid.ts'
import { startTransfer } from './start-transfer.ts'
import { tellLateProceedings } from './tell-late-proceedings.ts'
import { tellLateTransfers } from './tell-late-transfers.ts'
import { verifyFacts } from './verify-facts.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友65.4万工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const duty = () => room.officer('rsj')
const leader = () => room.officer('rsj', 'leader')
const police = () => room.officer('gaj')
const read = async () => {
  const answer = await readProceedings(room.contextOf(duty()), { incidentId })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return { ...answer.value, transfer: answer.value.transfers[0] ?? null }
}
const start = (person: Person = duty(), workers = 38) =>
  startTransfer(room.contextOf(person), {
    incidentId,
    workers,
    totalYuan: 654_000,
    longestMonths: 2,
    largestYuan: 20_000,
  })
const move = async (person: Person, what: MoveTransfer['what'], version?: number) => {
  const { transfer } = await read()
  if (!transfer) throw new Error('no transfer')
  return moveTransfer(room.contextOf(person), {
    transferId: transfer.id,
    version: version ?? transfer.version,
    what,
  })
}
const order = {
  move: 'serve_order',
  orderNumber: '责令〔2026〕9号',
  servedOn: '2026-11-23',
  payBy: '2026-11-30',
} as const
const decide = { move: 'decide', decision: 'hand_over', reason: '期满未付' } as const
const letter: MoveTransfer['what'] & { move: 'hand_over' } = {
  move: 'hand_over',
  letterNumber: '移送〔2026〕3号',
  evidence: ['责令书送达回证', '工资表（隐去姓名）'],
  copyNumber: '抄送〔2026〕3号',
}

describe('a transfer to the police', () => {
  it('goes from the threshold to the reply, each move by who may make it, with a copy to the procuratorate', async () => {
    expect(await start()).toMatchObject({ ok: true, value: { state: 'checked', line: 'ten_workers' } })
    expect(await move(duty(), order)).toMatchObject({ ok: true, value: { state: 'ordered' } })
    await room.clock.forward('8d')
    expect(await move(duty(), decide)).toMatchObject({ refusal: { code: 'role_may_not' } })
    expect(await move(leader(), decide)).toMatchObject({ ok: true, value: { state: 'decided' } })
    expect(await move(duty(), { ...letter, copyNumber: null })).toMatchObject({
      refusal: { code: 'copy_missing' },
    })
    expect(await move(duty(), letter)).toMatchObject({
      ok: true,
      value: { state: 'handed_over', copyNumber: '抄送〔2026〕3号' },
    })
    expect((await room.onlyIncident()).alerts.map(({ agency }) => agency)).toContain('gaj')
    expect(await move(police(), { move: 'reply', reply: 'filed', note: '已受理立案' })).toMatchObject({
      ok: true,
      value: { state: 'filed', due: null },
    })
  })

  it('is written to the police from what was verified, served and kept, never from what a post claimed', async () => {
    await start()
    await move(duty(), order)
    const letterOf = async (person: Person) => {
      const { transfer } = await read()
      return readTransferLetter(room.contextOf(person), { transferId: transfer?.id ?? '' })
    }
    const before = await letterOf(duty())
    expect(before).toMatchObject({
      ok: true,
      value: { employer: null, workers: null, owedYuan: null, evidence: [] },
    })
    const verified = await verifyFacts(
      room.contextOf(duty()),
      verifyFactsInput.parse({
        ...{ incidentId, outcome: 'true', employer: '桐乡市示例毛衫厂', workers: 36, owedYuan: 640_000 },
        ...{ paidYuan: 40_000, causes: ['flight'], course: '到厂清点', comparisons: [], nextStep: '移送' },
        evidence: [{ kind: 'document', text: '工资表，联系 19900000000', document: null, sha256: null }],
      }),
    )
    expect(verified.ok).toBe(true)
    const written = await letterOf(police())
    expect(written).toMatchObject({ refusal: { code: 'not_your_agency' } })
    const seen = await letterOf(leader())
    if (!seen.ok) throw new Error(seen.refusal.code)
    expect(seen.value).toMatchObject({
      ...{ employer: '桐乡市示例毛衫厂', workers: 36, owedYuan: 640_000, leftYuan: 600_000 },
      transfer: { orderNumber: '责令〔2026〕9号', payBy: '2026-11-30', letterNumber: null },
    })
    expect(JSON.stringify(seen.value)).not.toContain('19900000000')
    await room.clock.forward('8d')
    await move(leader(), decide)
    await move(duty(), letter)
    expect(await letterOf(police())).toMatchObject({
      value: { evidence: [{ kind: null, text: '责令书送达回证' }, { text: '工资表（隐去姓名）' }] },
    })
  })

  it('is not begun below the line, twice, or by another unit', async () => {
    expect(await start(duty(), 9)).toMatchObject({ refusal: { code: 'below_threshold' } })
    expect(await start(room.officer('xcb'))).toMatchObject({ refusal: { code: 'not_your_agency' } })
    expect(await start()).toMatchObject({ ok: true })
    expect(await start()).toMatchObject({ refusal: { code: 'transfer_running' } })
  })

  it('is moved once where two press at once', async () => {
    await start()
    const { transfer } = await read()
    const both = await Promise.all([
      move(duty(), order, transfer?.version),
      move(duty(), order, transfer?.version),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('tells once that a move is late', async () => {
    await start()
    await move(duty(), order)
    await room.clock.forward('11d')
    expect(await tellLateTransfers(room.contextOf())).toBe(1)
    expect(await tellLateTransfers(room.contextOf())).toBe(0)
    const late = (await eventsAfter(room.db, 0, 1_000)).find(({ event }) => event.name === 'transfer.overdue')
    expect(late?.event.data).toMatchObject({ what: 'decision', dueAt: '2026-12-03T16:00:00.000Z' })
  })
})

describe('proceedings and legal aid', () => {
  it('date their stages in order and say what is late', async () => {
    const opened = await openProceeding(room.contextOf(duty()), {
      incidentId,
      kind: 'arbitration',
      body: '桐乡市劳动人事争议仲裁委员会',
      greenChannel: true,
      factsClear: false,
      hardship: false,
      on: '2026-11-23',
    })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { id, version } = opened.value
    await room.clock.forward('6d')
    expect((await read()).proceedings[0]?.next).toEqual({
      stage: 'accepted',
      due: 'accepted',
      dueOn: '2026-11-28',
      overdue: true,
    })
    const dated = { proceedingId: id, stage: 'accepted', on: '2026-11-28', version }
    expect(await dateProceeding(room.contextOf(duty()), dated)).toMatchObject({ ok: true })
    expect(
      await dateProceeding(room.contextOf(duty()), { ...dated, stage: 'hearing', on: '2026-11-29' }),
    ).toMatchObject({ refusal: { code: 'stale_version' } })
  })

  it('call the unit when a hearing passed without a word, and again when the term to rule is over', async () => {
    const opened = await openProceeding(room.contextOf(duty()), {
      ...{ incidentId, kind: 'arbitration', body: '桐乡市劳动人事争议仲裁委员会', on: '2026-11-23' },
      ...{ greenChannel: true, factsClear: false, hardship: false },
    })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { id } = opened.value
    const set = async (stage: string, on: string, version: number) =>
      expect(
        await dateProceeding(room.contextOf(duty()), { proceedingId: id, stage, on, version }),
      ).toMatchObject({ ok: true })
    await set('accepted', '2026-11-23', 1)
    await set('hearing', '2026-12-01', 2)
    await room.clock.forward('8d')
    expect(await tellLateProceedings(room.contextOf())).toBe(0)
    await room.clock.forward('1d')
    expect(await tellLateProceedings(room.contextOf())).toBe(1)
    expect(await tellLateProceedings(room.contextOf())).toBe(0)
    await room.clock.forward('37d')
    expect(await tellLateProceedings(room.contextOf())).toBe(1)
    expect(await tellLateProceedings(room.contextOf())).toBe(0)
    const told = (await eventsAfter(room.db, 0, 1_000)).filter(
      ({ event }) => event.name === 'proceeding.overdue',
    )
    expect(told.map(({ event }) => event.data)).toMatchObject([
      { stage: 'heard', dueOn: '2026-12-01', agency: 'rsj' },
      { stage: 'ruled', dueOn: '2027-01-07', agency: 'rsj' },
    ])
    const [page] = told.map(({ event }) => consequenceOf(event, null))
    expect(page?.calls).toMatchObject([{ occasion: 'proceeding', agency: 'rsj' }])
  })

  it('sends workers on to legal aid as a number', async () => {
    const referred = await referLegalAid(room.contextOf(room.officer('t330483')), {
      incidentId,
      centre: '桐乡市法律援助中心',
      people: 38,
      on: '2026-11-23',
      consent: true,
    })
    if (!referred.ok) throw new Error(referred.refusal.code)
    const accept = { incidentId, referralId: referred.value.id, on: '2026-11-23' }
    expect(await acceptLegalAid(room.contextOf(duty()), accept)).toMatchObject({ ok: true })
    expect(await acceptLegalAid(room.contextOf(duty()), accept)).toMatchObject({
      refusal: { code: 'already_accepted_on' },
    })
    expect((await read()).legalAid).toMatchObject([{ people: 38, acceptedOn: '2026-11-23', overdue: false }])
  })
})
