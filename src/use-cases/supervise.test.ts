import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SupervisionView } from '#contracts/handling.ts'
import { assignTaskInput } from '#contracts/tasks.ts'
import { supervisionOf } from '#store/supervisions.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { incidentStep } from '#store/tables/step.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { approveRelease } from './approve-release.ts'
import { askStrikeOff } from './ask-strike-off.ts'
import { assignTask } from './assign-task.ts'
import { escalateHandling } from './escalate-handling.ts'
import { checkLeader, noteLeader } from './follow-leader.ts'
import { moveSupervision } from './move-supervision.ts'
import { nameLeader } from './name-leader.ts'
import { openSupervision } from './open-supervision.ts'
import { proposeSupervision, proposeSupervisions } from './propose-supervision.ts'
import { readHandling } from './read-handling.ts'
import { readSupervision, readSupervisions } from './read-supervisions.ts'
import { recordStep } from './record-step.ts'
import { sweepClocks } from './sweep-clocks.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们28个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

type Role = 'duty' | 'leader' | 'office'
const as = (agency: string, role: Role = 'duty') => room.contextOf(room.officer(agency, role))
const office = () => as('rsj', 'office')
const given = <Value>(
  answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const handling = async () => given(await readHandling(as('rsj'), { incidentId }))
const set = (changed: Partial<typeof incident.$inferInsert>) =>
  room.db.update(incident).set(changed).where(eq(incident.id, incidentId))
const names = async (noun: string) =>
  (await room.db.select().from(event)).map(({ name }) => name).filter((one) => one.startsWith(`${noun}.`))

const assign = (kind: string) =>
  assignTask(as('rsj'), assignTaskInput.parse({ incidentId, kind, agency: 'rsj' }))
const proposed = async () => given(await proposeSupervision(office(), { incidentId }))
const opened = async () => {
  const { id, version } = await proposed()
  const order = { unit: 't330483', requirement: '三日内付清', workingDays: 3, dueAt: null }
  return given(await openSupervision(office(), { supervisionId: id, version, ...order }))
}
const move = (
  context: ReturnType<typeof as>,
  one: SupervisionView,
  name: 'dismiss' | 'reply' | 'return' | 'pass',
  note: string | null = '已办',
) =>
  moveSupervision(context, {
    supervisionId: one.id,
    version: one.version,
    move: name,
    note,
    dueAt: null,
    workingDays: null,
  })
const passed = async () => {
  const replied = given(await move(as('t330483'), await opened(), 'reply', '工资已付清'))
  return given(await move(office(), replied, 'pass', null))
}

describe('挂牌督办 is proposed by itself', () => {
  it.each<[string, Partial<typeof incident.$inferInsert>, string[]]>([
    ['at grade Ⅱ', { grade: 'II' }, ['grade']],
    ['for 38 workers, gathered or not', { workers: { min: 38, max: null } }, ['collective_people']],
    [
      'for half a million they claim together',
      { collective: ['gathered'], workers: null, amountYuan: { min: 500_000, max: null } },
      ['collective_amount'],
    ],
    ['not for an ordinary case', {}, []],
  ])('%s', async (_name, facts, reasons) => {
    await set({ grade: 'III', ...facts })
    expect(await proposeSupervisions(room.contextOf())).toBe(Math.sign(reasons.length))
    expect((await handling()).supervision?.reasons ?? []).toEqual(reasons)
  })

  it('when a ladder reached its leader and nobody accepted', async () => {
    await room.clock.forward('2h')
    await proposeSupervisions(room.contextOf())
    expect((await handling()).supervision?.reasons).toEqual(['twice_overdue', 'ladder_top'])
  })

  it.each([
    ['two steps', 'and nothing was done', ['twice_overdue']],
    ['a step and a task', 'of 电话报告 and 到场 one was done in time', ['twice_overdue']],
    ['one step', 'and that is all', []],
  ])('when %s ran out, %s', async (what, _how, reasons) => {
    const later = { ...room.contextOf(), now: new Date(room.clock.now().getTime() + 61 * 60_000) }
    if (what !== 'two steps') {
      given(await recordStep(as('t330483'), { incidentId, step: 'on_site', note: null }))
    }
    if (what === 'a step and a task') given(await assign('count_workers'))
    await sweepClocks(later)
    await escalateHandling(later)
    expect(await proposeSupervisions(later)).toBe(reasons.length)
    expect((await handling()).supervision?.reasons ?? []).toEqual(reasons)
  })

  it('when the ladder of a step has reached its leader', async () => {
    await room.db
      .update(incidentStep)
      .set({ rung: 3, overdueTimes: 1 })
      .where(eq(incidentStep.step, 'on_site'))
    await proposeSupervisions(room.contextOf())
    expect((await handling()).supervision?.reasons).toEqual(['ladder_top'])
  })

  it('when twice overdue', async () => {
    for (const kind of ['count_workers', 'find_employer']) {
      given(await assign(kind))
    }
    await set({ route: ['zfw', 'xcb', 'rsj', 't330483'] })
    const later = { ...room.contextOf(), now: new Date(room.clock.now().getTime() + 31 * 60_000) }
    expect(await escalateHandling(later)).toBe(2)
    await proposeSupervisions(later)
    expect((await handling()).supervision?.reasons).toEqual(['twice_overdue'])
  })

  it('once, though five processes look, and never again after it was not taken up', async () => {
    await set({ grade: 'I' })
    await Promise.all(Array.from({ length: 5 }, () => proposeSupervisions(room.contextOf())))
    expect(await names('supervision')).toEqual(['supervision.proposed'])
    const one = (await handling()).supervision
    if (!one) throw new Error('not proposed')
    given(await move(office(), one, 'dismiss', '当日已付清'))
    expect(await proposeSupervisions(room.contextOf())).toBe(0)
  })
})

describe('a supervised case', () => {
  it('is opened with a number, replied to, returned, replied to, checked and struck off by two', async () => {
    const order = await opened()
    expect(order).toMatchObject({ state: 'open', year: 2026, count: 1, unit: 't330483' })
    const replied = given(await move(as('t330483'), order, 'reply', '已约谈'))
    const returned = given(await move(office(), replied, 'return', '未付款'))
    const again = given(await move(as('t330483'), returned, 'reply', '工资已付清'))
    const checked = given(await move(office(), again, 'pass', null))
    const asked = given(
      await askStrikeOff(office(), {
        supervisionId: checked.id,
        version: checked.version,
        reason: '工资付清，凭证齐',
      }),
    )
    expect((await handling()).supervision?.state).toBe('passed')
    const answer = { releaseId: asked.id, version: asked.version }
    expect(await approveRelease(office(), answer)).toMatchObject({ refusal: { code: 'own_request' } })
    given(await approveRelease(as('zfw', 'leader'), answer))
    expect((await handling()).supervision).toMatchObject({
      state: 'closed',
      closedBy: { post: 'rsj office' },
      closedWith: { post: 'zfw leader', agency: 'zfw' },
    })
    expect(await names('supervision')).toEqual([
      'supervision.proposed',
      'supervision.opened',
      'supervision.replied',
      'supervision.returned',
      'supervision.replied',
      'supervision.passed',
      'supervision.closed',
    ])
  })

  it('holds the incident open until it is struck off, and then no longer', async () => {
    expect(await supervisionOf(room.db, incidentId)).toBeNull()
    await opened()
    expect(await supervisionOf(room.db, incidentId)).toMatchObject({ state: 'open' })
  })

  it('is one at a time', async () => {
    const both = await Promise.all([
      proposeSupervision(office(), { incidentId }),
      proposeSupervision(as('zfw', 'leader'), { incidentId }),
    ])
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()).toEqual(['already_supervised', 'ok'])
  })

  it('is opened by a leader or the office, replied to by its unit, checked by those who opened it', async () => {
    expect(await proposeSupervision(as('rsj'), { incidentId })).toMatchObject({
      refusal: { code: 'role_may_not' },
    })
    expect(await proposeSupervision(as('t330482', 'leader'), { incidentId })).toMatchObject({
      refusal: { code: 'not_your_agency' },
    })
    const order = await opened()
    expect(await move(as('rsj'), order, 'reply')).toMatchObject({ refusal: { code: 'not_your_agency' } })
    const replied = given(await move(as('t330483'), order, 'reply'))
    expect(await move(as('t330483'), replied, 'pass')).toMatchObject({ refusal: { code: 'role_may_not' } })
  })

  it('cannot be struck off before its check, on an older picture, or by one person', async () => {
    const order = await opened()
    const ask = (one: SupervisionView) =>
      askStrikeOff(office(), { supervisionId: one.id, version: one.version, reason: '工资付清，凭证齐' })
    expect(await ask(order)).toMatchObject({ refusal: { code: 'wrong_state', details: { state: 'open' } } })
    expect(await ask({ ...order, version: 1 })).toMatchObject({ refusal: { code: 'stale_version' } })
  })

  it('is called up the ladder each day while the unit owes its reply', async () => {
    await opened()
    for (const [wait, level] of [
      ['3d', 0],
      ['4h', 1],
      ['1d', 2],
      ['1d', 3],
      ['9d', 3],
    ] as const) {
      await room.clock.forward(wait)
      await escalateHandling(room.contextOf())
      expect((await handling()).supervision?.overdueLevel).toBe(level)
    }
  })

  it('stands in the list of those who may see it, and on its unit’s paper', async () => {
    const one = await passed()
    const listed = async (context: ReturnType<typeof as>) =>
      given(await readSupervisions(context)).supervisions.map(({ id }) => id)
    expect(await listed(as('t330483'))).toEqual([one.id])
    expect(await listed(as('t330482'))).toEqual([])
    const paper = given(await readSupervision(as('t330483'), { supervisionId: one.id }))
    expect(paper).toMatchObject({ requirement: '三日内付清', incident: { place: '濮院镇' } })
    expect(await readSupervision(as('t330482'), { supervisionId: one.id })).toMatchObject({
      refusal: { code: 'not_your_agency' },
    })
  })
})

describe('领导包案', () => {
  const name = (promisedAt = '2026-11-30T09:30:00.000Z') =>
    nameLeader(as('zfw', 'leader'), { incidentId, post: '桐乡市副市长', agency: 't330483', promisedAt })

  it('is proposed from grade Ⅱ on, and no more once a leader is named', async () => {
    await set({ grade: 'II' })
    expect((await handling()).leaderProposed).toBe(true)
    given(await name())
    expect(await handling()).toMatchObject({ leaderProposed: false, leader: { post: '桐乡市副市长' } })
  })

  it('has a weekly note by its unit, and a closing check by the office', async () => {
    const leader = given(await name())
    const note = { leaderId: leader.id, note: '已垫付三成，电话199 0000 0000' }
    expect(await noteLeader(as('gaj'), note)).toMatchObject({ refusal: { code: 'not_your_agency' } })
    const noted = given(await noteLeader(as('t330483'), note))
    const [shown] = (await handling()).leaderNotes
    expect(shown?.note).not.toContain('0000')
    const check = { leaderId: leader.id, note: '工资付清' }
    expect(await checkLeader(office(), { ...check, version: 1 })).toMatchObject({
      refusal: { code: 'stale_version' },
    })
    expect(given(await checkLeader(office(), { ...check, version: noted.version })).state).toBe('checked')
  })

  it('is told when the week passes without a note, and when the promise is broken', async () => {
    given(await name('2026-12-05T09:30:00.000Z'))
    await room.clock.forward('7d')
    await escalateHandling(room.contextOf())
    expect((await handling()).leader?.overdueLevel).toBe(1)
    const [late] = given(await readSupervisions(as('zfw', 'leader'))).leaders
    expect(late).toMatchObject({ overdueLevel: 1, incident: { place: '濮院镇' } })
    expect(await names('leader')).toEqual(['leader.named', 'leader.overdue'])
  })

  it('goes over to another leader, and one only is in charge', async () => {
    given(await name())
    given(
      await nameLeader(office(), {
        incidentId,
        post: '市人社局副局长',
        agency: 'rsj',
        promisedAt: '2026-11-29T09:30:00.000Z',
      }),
    )
    expect((await handling()).leader).toMatchObject({ post: '市人社局副局长', state: 'in_charge' })
    expect(given(await readSupervisions(office())).leaders).toHaveLength(1)
  })

  it.each([['a promise for yesterday', '2026-11-22T09:30:00.000Z', 'due_in_past']])(
    'refuses %s',
    async (_name, at, code) => {
      expect(await name(at)).toMatchObject({ refusal: { code } })
    },
  )
})
