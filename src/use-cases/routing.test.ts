import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventName, LoggedEvent } from '#contracts/events.ts'
import { roomsFor, roomsOf } from '#realtime/rooms.ts'
import { refreshIncidentRules, seedRoutes } from '#store/incident-rules.ts'
import { event } from '#store/tables/event.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { readAssessment } from './read-assessment.ts'
import { readIncident } from './read-incident.ts'
import { regradeIncident } from './regrade-incident.ts'
import { rollBackEdition } from './roll-back-edition.ts'
import { routeByHand } from './route-by-hand.ts'
import { saveEdition } from './save-edition.ts'
import { stateFact } from './state-fact.ts'
import { tryRoutes } from './try-routes.ts'

const claim = '桐乡濮院镇某某毛衫厂欠我们三十五个人三个月工资，没人管'

let room: Scenario
beforeEach(async () => {
  room = await openScenario('2026-07-01T02:00:00Z')
  await refreshIncidentRules(room.db)
})
afterEach(() => room.drop())

const publish = async (text: string, forum = '本地论坛') => (await room.feed(forum)).publishes(text)

describe('who is told, and why', () => {
  it('the first line, the factory’s unit and the territory, each with its sentence', async () => {
    await publish(claim)
    const { id } = await room.onlyIncident()
    const read = await readAssessment(room.contextOf(room.officer('rsj')), { incidentId: id })
    const route = read.ok ? read.value.route : []
    expect(route.map(({ agency }) => agency)).toEqual(['zfw', 'xcb', 'rsj', 'jxw', 't330483'])
    expect(route.every(({ basis, line }) => basis !== '' && line !== null)).toBe(true)
  })

  it('a person adds another agency by a duty of the document; it is alerted and sees the incident from then on', async () => {
    await publish(claim)
    const { id } = await room.onlyIncident()
    const court = room.officer('zjfy')
    const see = () => readIncident(room.contextOf(court), { incidentId: id })
    expect(await see()).toMatchObject({ refusal: { code: 'not_your_agency' } })
    const route = (agency: string, kind: string) =>
      routeByHand(room.contextOf(room.officer('rsj')), {
        incidentId: id,
        agency,
        kind,
        reason: '已申请支付令，请法院提前介入',
      })
    expect(await route('zjfy', 'water')).toMatchObject({ refusal: { code: 'no_such_duty' } })
    expect((await route('zjfy', 'litigation')).ok).toBe(true)
    expect(await route('zjfy', 'litigation')).toMatchObject({ refusal: { code: 'already_on_route' } })
    expect(alertOf(await room.onlyIncident(), 'zjfy').state).toBe('unaccepted')
    expect((await see()).ok).toBe(true)
    const read = await readAssessment(room.contextOf(court), { incidentId: id })
    expect(read.ok && read.value.route.at(-1)).toMatchObject({
      agency: 'zjfy',
      rule: 'by_hand',
      kind: '裁审、保全、支付令',
      basis: '对拖欠农民工工资的群体性案件，应开辟“绿色通道”，优先立案，优先审理，优先执行',
      by: { agency: 'rsj' },
      reason: '已申请支付令，请法院提前介入',
    })
  })

  it('what was added by hand stays when later posts come', async () => {
    const forum = await room.feed('本地论坛')
    await forum.publishes(claim)
    const { id } = await room.onlyIncident()
    const legalAid = { incidentId: id, agency: 'sfj', kind: 'legal_aid', reason: '工友要求法律援助' }
    await routeByHand(room.contextOf(room.officer('rsj')), legalAid)
    await forum.publishes(`${claim}，三十五个工人今天堵路`)
    const { alerts } = await room.onlyIncident()
    expect(alerts.map(({ agency }) => agency)).toEqual(['zfw', 'xcb', 'rsj', 'jxw', 'gaj', 't330483', 'sfj'])
  })
})

describe('an agency off the route', () => {
  it('sees neither incident nor events of it, and may do nothing to it', async () => {
    await publish(claim)
    const { id } = await room.onlyIncident()
    for (const [agency, territory] of [
      ['slj', null],
      ['t330481', 't330481'],
      ['gaj', 't330483'],
    ] as const) {
      const stranger = { ...room.officer(agency), territory }
      const context = room.contextOf(stranger)
      const board = await room.board(stranger)
      expect(board.incidents).toEqual([])
      expect(JSON.stringify(board)).not.toContain('毛衫厂')
      const elsewhere = { refusal: { code: 'not_your_agency' } }
      expect(await readIncident(context, { incidentId: id })).toMatchObject(elsewhere)
      expect(await readAssessment(context, { incidentId: id })).toMatchObject(elsewhere)
      const word = { incidentId: id, grade: 'I', seen: 'III', reason: '试一试行不行' } as const
      expect(await regradeIncident(context, word)).toMatchObject(elsewhere)
      expect(await stateFact(context, { incidentId: id, fact: 'dead', value: 1 })).toMatchObject(elsewhere)
      const hand = { incidentId: id, agency: 'slj', kind: 'water', reason: '试一试行不行' }
      expect(await routeByHand(context, hand)).toMatchObject(elsewhere)
      expect(await heardBy(stranger)).toEqual([])
    }
    expect((await heardBy(room.officer('jxw'))).length).toBeGreaterThan(0)
  })

  it('is shown how many are open, and nothing else of them', async () => {
    await publish(claim)
    const board = await room.board(room.officer('slj'))
    expect(board.pulse.openedByHour.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  })

  async function heardBy(person: Parameters<typeof roomsOf>[0]) {
    const rows = await room.db.select().from(event).orderBy(asc(event.id))
    return rows.filter(({ id, name, data, route, incidentId }) => {
      const logged = { id, name: name as EventName, at: '', data } as LoggedEvent
      return incidentId !== null && roomsFor(logged, route).some((one) => roomsOf(person).includes(one))
    })
  }
})

describe('the tree, edited', () => {
  const office = () => room.contextOf(room.officer('rsj', 'office'))
  const withoutFactories = seedRoutes.map((line) =>
    line.id === 'sector'
      ? {
          ...line,
          lines: line.lines.map((one) => (one.id === 'sector_factory' ? { ...one, off: true } : one)),
        }
      : line,
  )

  it('routes the next incident, keeps its history and is gone back from', async () => {
    const saved = await saveEdition(office(), 'routes', {
      rules: withoutFactories,
      why: '工厂由属地办',
      basedOn: 0,
    })
    expect(saved).toMatchObject({ ok: true })
    await publish(claim)
    const { alerts } = await room.onlyIncident()
    expect(alerts.map(({ agency }) => agency)).not.toContain('jxw')
    const late = await saveEdition(office(), 'routes', { rules: seedRoutes, why: '另一人同时改', basedOn: 0 })
    expect(late).toMatchObject({ refusal: { code: 'rules_changed_since' } })
    expect(await rollBackEdition(office(), 'routes', { version: 0, why: '恢复' })).toMatchObject({ ok: true })
    const told = await room.db.select().from(event).where(eq(event.name, 'route_rules.changed'))
    expect(told.map(({ data }) => (data as { why: string }).why)).toEqual(['工厂由属地办', '恢复'])
    await publish('平湖新仓镇某某箱包厂拖欠四十名工人工资', '另一论坛')
    const newest = (await room.board()).incidents.find(({ place }) => place?.name === '新仓镇')
    expect(newest?.alerts.map(({ agency }) => agency)).toContain('jxw')
  })

  it('is the office’s to edit, and cannot leave out the first line', async () => {
    const rules = seedRoutes.filter(({ id }) => id !== 'first_line')
    expect(await saveEdition(office(), 'routes', { rules, why: '试试', basedOn: 0 })).toMatchObject({
      refusal: { code: 'fixed_line_missing' },
    })
    const duty = room.contextOf(room.officer('rsj'))
    const asked = { rules: withoutFactories, why: '试试', basedOn: 0 }
    expect(await saveEdition(duty, 'routes', asked)).toMatchObject({ refusal: { code: 'role_may_not' } })
  })

  it('is tried on a text before it is saved, and nobody is told', async () => {
    const tried = await tryRoutes(office(), {
      lines: withoutFactories,
      text: '我叫张三，濮院镇某某毛衫厂老板没有营业执照，欠我们十二个人工资',
      workers: 320,
      amountYuan: null,
      online: true,
    })
    if (!tried.ok) throw new Error(tried.refusal.code)
    const { route, grade, body, flagged } = tried.value
    expect(route.map(({ agency }) => agency)).toEqual(['zfw', 'xcb', 'rsj', 'scjg', 't330483'])
    expect(route.find(({ agency }) => agency === 'scjg')).toMatchObject({
      line: '无照经营',
      kind: '无照经营主体欠薪',
    })
    expect([grade, flagged]).toEqual(['II', true])
    expect(body).not.toContain('张三')
    expect((await room.board()).incidents).toEqual([])
  })
})
