import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventsAfter } from '#store/event-log.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { value } from '#testing/two-tracks.ts'
import { approveRelease } from './approve-release.ts'
import { askRelease } from './ask-release.ts'
import { enterLedger } from './enter-ledger.ts'
import { openProceeding } from './open-proceeding.ts'
import { readIncident } from './read-incident.ts'
import { readLedger } from './read-ledger.ts'
import { readProceedings } from './read-proceedings.ts'
import { settledHow } from './settled-how.ts'
import { signPlan } from './sign-plan.ts'
import { tellMissedInstalments } from './tell-missed-instalments.ts'
import { undoJoin } from './undo-join.ts'

const day = '2026-11-23'

let room: Scenario
let first: string
let second: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院鑫禾毛衫有限公司拖欠38名工人两个月工资，合计65.4万元')
  await room.clock.forward('2m')
  await forum.publishes('桐乡濮院一家厂门口有人拉横幅讨要血汗钱')
  const ids = (await room.board()).incidents
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ id }) => id)
  first = ids[0] ?? ''
  second = ids[1] ?? ''
})
afterEach(() => room.drop())

const as = (agency: string) => room.contextOf(room.officer(agency))
const owed = async (incidentId: string, yuan: number) =>
  value(
    await enterLedger(as('rsj'), {
      kind: 'owed',
      incidentId,
      yuan,
      workers: 10,
      reference: '核实笔录',
      on: day,
    }),
  )
const pays = (incidentId: string, yuan: number) =>
  enterLedger(as('rsj'), {
    ...{ kind: 'paid', incidentId, yuan, workers: 1, source: 'employer', reference: '银行回单', on: day },
  })
const plan = async (incidentId: string, yuan: number, dueOn: string) =>
  value(
    await signPlan(as('rsj'), {
      incidentId,
      signedOn: day,
      enforceable: false,
      instalments: [{ dueOn, yuan }],
    }),
  )
const ledger = async (incidentId = first) => value(await readLedger(as('rsj'), { incidentId }))
const settled = () => settledHow(room.db, first, { now: room.clock.now(), verifiedYuan: null })
async function merge() {
  const asked = value(
    await askRelease(as('rsj'), {
      kind: 'merge',
      incidentId: second,
      payload: { intoId: first },
      reason: null,
    }),
  )
  value(await approveRelease(as('zfw'), { releaseId: asked.id, version: asked.version }))
}
async function undoMerge() {
  const made = (await eventsAfter(room.db, 0, 1_000)).find(({ event }) => event.name === 'incident.merged')
  if (!made) throw new Error('nothing was merged')
  const { changeId } = made.event.data as { changeId: string }
  value(await undoJoin(as('rsj'), { changeId }))
}

describe('what was kept of an incident that was merged into another', () => {
  it('is shown under the one that stands, added up, with the number it came from', async () => {
    await owed(first, 100)
    await owed(second, 60)
    value(await pays(second, 20))
    await merge()
    const { balance, books } = await ledger()
    expect(balance).toMatchObject({ owedYuan: 160, paidYuan: 20, leftYuan: 140, workersOwed: 20 })
    expect(books.map(({ number, balance: own }) => [number, own.leftYuan])).toEqual([
      ['1123-01', 100],
      ['1123-02', 40],
    ])
    expect((await ledger(second)).mayKeep).toBe(false)
    const detail = value(await readIncident(as('rsj'), { incidentId: first }))
    expect(detail.merged?.map(({ number }) => number)).toEqual(['1123-02'])
  })

  it('goes on in its own book, and parts again when the merge is taken back', async () => {
    await owed(first, 100)
    await owed(second, 60)
    await merge()
    value(await pays(second, 60))
    expect(await pays(second, 1)).toMatchObject({ refusal: { code: 'more_than_left' } })
    expect((await ledger()).balance).toMatchObject({ paidYuan: 60, leftYuan: 100 })
    await undoMerge()
    expect((await ledger(first)).balance).toMatchObject({ owedYuan: 100, paidYuan: 0 })
    expect((await ledger(second)).balance).toMatchObject({ owedYuan: 60, paidYuan: 60, leftYuan: 0 })
  })

  it('must be paid or planned too before the payment counts as settled', async () => {
    await owed(first, 100)
    await owed(second, 60)
    value(await pays(first, 100))
    await merge()
    expect(await settled()).toBeNull()
    await plan(second, 60, '2026-12-31')
    expect(await settled()).toBe('plan')
    value(await pays(second, 60))
    expect(await settled()).toBe('paid')
  })

  it('is watched: a missed part of its plan is told under the one that stands', async () => {
    await owed(second, 60)
    await plan(second, 60, '2026-11-25')
    await merge()
    await room.clock.forward('4d')
    expect(await tellMissedInstalments(room.contextOf())).toBe(1)
    const told = (await eventsAfter(room.db, 0, 1_000)).filter(
      ({ event }) => event.name === 'instalment.missed',
    )
    expect(told.map(({ event }) => event.data)).toEqual([
      { incidentId: first, dueOn: '2026-11-25', yuan: 60, missingYuan: 60 },
    ])
  })

  it('has its proceedings among those of the one that stands', async () => {
    value(
      await openProceeding(as('rsj'), {
        ...{ incidentId: second, kind: 'arbitration', body: '桐乡仲裁委', on: day },
        ...{ greenChannel: true, factsClear: false, hardship: false },
      }),
    )
    await merge()
    const { proceedings } = value(await readProceedings(as('rsj'), { incidentId: first }))
    expect(proceedings.map(({ body, origin }) => [body, origin])).toEqual([['桐乡仲裁委', '1123-02']])
  })
})
