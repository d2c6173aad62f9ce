import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EnterLedger } from '#contracts/ledger.ts'
import { eventsAfter } from '#store/event-log.ts'
import { incident } from '#store/tables/incident.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { enterLedger } from './enter-ledger.ts'
import { readLedger } from './read-ledger.ts'
import { reverseEntry } from './reverse-entry.ts'
import { signPlan } from './sign-plan.ts'
import { tellMissedInstalments } from './tell-missed-instalments.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友65.4万工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const as = (agency: string) => room.contextOf(room.officer(agency))
const owed = (yuan: number, agency = 'rsj') =>
  enterLedger(as(agency), {
    kind: 'owed',
    incidentId,
    yuan,
    workers: 38,
    reference: '核实笔录 12 号',
    on: '2026-11-23',
  })
const pays = (yuan: number, more: Partial<Extract<EnterLedger, { kind: 'paid' }>> = {}) =>
  enterLedger(as('t330483'), {
    kind: 'paid',
    incidentId,
    yuan,
    workers: 10,
    source: 'deposit',
    reference: '保证金支取单',
    on: '2026-11-23',
    ...more,
  })
const ledger = async (agency = 'xcb') => {
  const read = await readLedger(as(agency), { incidentId })
  if (!read.ok) throw new Error(read.refusal.code)
  const [own] = read.value.books
  return { ...read.value, entries: own?.entries ?? [], plan: own?.plan ?? null }
}
const plan = (instalments: { dueOn: string; yuan: number }[]) =>
  signPlan(as('rsj'), { incidentId, signedOn: '2026-11-23', enforceable: true, instalments })
const stepDone = async () =>
  (await room.onlyIncident()).steps.find(({ step }) => step === 'paid_or_planned')?.doneAt
const told = async (name: string) =>
  (await eventsAfter(room.db, 0, 1_000)).filter(({ event }) => event.name === name)

describe('the ledger of an incident', () => {
  it('is kept by 人社局 and the territory and read by everybody on the route', async () => {
    expect(await owed(654_000)).toMatchObject({ ok: true })
    expect(await pays(200_000.5)).toMatchObject({ ok: true })
    expect((await ledger()).balance).toMatchObject({
      owedYuan: 654_000,
      paidYuan: 200_000.5,
      leftYuan: 453_999.5,
      workersOwed: 38,
      workersPaid: 10,
      advancedYuan: 200_000.5,
    })
    expect((await ledger('rsj')).mayKeep).toBe(true)
    expect((await ledger('xcb')).mayKeep).toBe(false)
  })

  it.each<[string, () => ReturnType<typeof owed>, string]>([
    ['a unit that only reads', () => owed(1, 'xcb'), 'not_your_agency'],
    ['a payment before the debt is established', () => pays(1), 'owed_unknown'],
    ['a payment of tomorrow', () => owed(100).then(() => pays(1, { on: '2026-11-24' })), 'day_in_the_future'],
    ['more than is left', () => owed(100).then(() => pays(100.01)), 'more_than_left'],
  ])('refuses %s', async (_, attempt, code) => {
    expect(await attempt()).toMatchObject({ ok: false, refusal: { code } })
  })

  it('keeps no personal data an officer has typed', async () => {
    await owed(100)
    const paid = await pays(1, { reference: '转账给诸葛样本 199 0000 0000' })
    if (!paid.ok) throw new Error(paid.refusal.code)
    expect(paid.value.reference).not.toMatch(/0000/)
  })

  it('keeps a wrong line beside its reversal', async () => {
    await owed(100)
    const wrong = await pays(60)
    if (!wrong.ok) throw new Error(wrong.refusal.code)
    const undo = { incidentId, entryId: wrong.value.id, reason: '重复记账' }
    expect(await reverseEntry(as('rsj'), undo)).toMatchObject({ ok: true })
    expect(await reverseEntry(as('rsj'), undo)).toMatchObject({ refusal: { code: 'already_reversed' } })
    const { entries, balance } = await ledger()
    expect(balance).toMatchObject({ paidYuan: 0, leftYuan: 100 })
    expect(entries.map(({ kind, reversed }) => [kind, reversed])).toEqual([
      ['reversed', false],
      ['paid', true],
      ['owed', false],
    ])
  })

  it('two officers who pay the last sum at once pay it once', async () => {
    await owed(100)
    const both = await Promise.all([pays(100), pays(100)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await ledger()).balance.paidYuan).toBe(100)
  })

  it('finishes 付清或签订计划 when nothing is left', async () => {
    await owed(100)
    await pays(60)
    expect(await stepDone()).toBeNull()
    await pays(40)
    expect(await stepDone()).toBe(room.clock.now().toISOString())
  })
})

describe('a repayment plan', () => {
  beforeEach(() => owed(500))

  it('covers exactly what is left and finishes the step of payment', async () => {
    await pays(100)
    expect(await plan([{ dueOn: '2026-11-30', yuan: 399 }])).toMatchObject({
      refusal: { code: 'plan_sum', details: { planned: '399.00', left: '400.00' } },
    })
    expect(await plan([{ dueOn: '2026-11-30', yuan: 400 }])).toMatchObject({ ok: true })
    expect(await stepDone()).toBe(room.clock.now().toISOString())
  })

  it('tells once of a part that is missed, on the day after it', async () => {
    await plan([
      { dueOn: '2026-11-30', yuan: 300 },
      { dueOn: '2026-12-31', yuan: 200 },
    ])
    await pays(120)
    await room.clock.forward('7d')
    expect(await tellMissedInstalments(room.contextOf())).toBe(0)
    await room.clock.forward('1d')
    expect(await tellMissedInstalments(room.contextOf())).toBe(1)
    expect(await tellMissedInstalments(room.contextOf())).toBe(0)
    const [missed] = await told('instalment.missed')
    expect(missed?.event.data).toMatchObject({ dueOn: '2026-11-30', yuan: 300, missingYuan: 180 })
    expect((await ledger()).plan?.instalments.map(({ state }) => state)).toEqual(['missed', 'running'])
  })

  it('a missed part makes the payment owed anew', async () => {
    await plan([{ dueOn: '2026-11-24', yuan: 500 }])
    expect(await stepDone()).not.toBeNull()
    await room.clock.forward('2d')
    await tellMissedInstalments(room.contextOf())
    expect(await stepDone()).toBeNull()
  })

  it('a missed part opens a closed incident again, and everybody must look again', async () => {
    await plan([{ dueOn: '2026-11-24', yuan: 500 }])
    await room.db
      .update(incident)
      .set({ state: 'closed', closedAt: room.clock.now() })
      .where(eq(incident.id, incidentId))
    await room.clock.forward('2d')
    await tellMissedInstalments(room.contextOf())
    expect(await room.onlyIncident()).toMatchObject({ id: incidentId, state: 'open' })
    const [reopened] = await told('incident.reopened')
    expect(reopened?.event.data).toMatchObject({ rule: 'instalment_missed' })
  })

  it('a part paid in time is not told of, and the next one is waited for', async () => {
    await plan([
      { dueOn: '2026-11-30', yuan: 300 },
      { dueOn: '2026-12-01', yuan: 200 },
    ])
    await pays(300)
    await room.clock.forward('8d')
    expect(await tellMissedInstalments(room.contextOf())).toBe(0)
    await room.clock.forward('1d')
    expect(await tellMissedInstalments(room.contextOf())).toBe(1)
  })
})
