import { asc, eq, like } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AlertView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { joinIncidents } from './join-incidents.ts'
import { recordStep } from './record-step.ts'
import { reportProgress } from './report-progress.ts'
import { sweepAlerts } from './sweep-alerts.ts'

let room: Scenario
beforeEach(async () => {
  // 14:00 in Jiaxing; the shift ends at 17:30.
  room = await openScenario('2026-11-23T06:00:00Z')
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
})
afterEach(() => room.drop())

const as = (agency: string) => room.contextOf(room.officer(agency))
const own = async (agency: string) => alertOf(await room.onlyIncident(), agency)
const press = async (agency: string) =>
  value(await acceptAlert(as(agency), { alertId: (await own(agency)).id }))
const told = async (agency: string) => {
  const rows = await room.db.select().from(event).where(like(event.name, 'alert.%')).orderBy(asc(event.id))
  return rows
    .filter(({ data }) => (data as { alert?: AlertView }).alert?.agency === agency)
    .map(({ name }) => name.slice('alert.'.length))
}

describe('an acceptance', () => {
  it('names by one press what comes next, and until when', async () => {
    const accepted = await press('xcb')
    expect(accepted.lease).toMatchObject({ fromAt: '2026-11-23T06:00:00.000Z', handover: null })
    expect(Date.parse(accepted.lease?.endsAt ?? '')).toBeLessThanOrEqual(Date.parse('2026-11-23T09:30:00Z'))
  })

  it('may promise another step, but none that is past, too late or not owed', async () => {
    const { id } = await own('rsj')
    const promise = (step: 'on_site' | 'final_report' | 'progress', at: string) =>
      acceptAlert(as('rsj'), { alertId: id, promise: { step, at } })
    expect(code(await promise('progress', '2026-11-23T05:59:00Z'))).toBe('promise_past')
    expect(code(await promise('progress', '2026-11-24T06:00:00Z'))).toBe('promise_too_late')
    expect(code(await promise('final_report', '2026-11-23T07:00:00Z'))).toBe('no_such_step')
    const accepted = value(await promise('on_site', '2026-11-23T06:40:00Z'))
    expect(accepted.lease).toMatchObject({ step: 'on_site', promisedAt: '2026-11-23T06:40:00.000Z' })
  })

  it('lapses without progress, and escalation goes on from the rung it had reached', async () => {
    await room.clock.forward('16m')
    const accepted = await press('xcb')
    expect(accepted.rung).toBe(1)
    const promise = { step: 'progress', at: '2026-11-23T06:46:00.000Z' } as const
    const { version } = await own('xcb')
    value(await reportProgress(as('xcb'), { alertId: accepted.id, version, note: '已联系平台核对', promise }))
    await room.clock.forward('44m')
    expect((await own('xcb')).state).toBe('accepted')
    await room.clock.forward('2m')
    expect(await own('xcb')).toMatchObject({
      state: 'unaccepted',
      rung: 1,
      acceptedBy: null,
      lapse: { why: 'silence', holder: { post: 'xcb duty' } },
    })
    await room.clock.forward('15m')
    expect((await own('xcb')).rung).toBe(2)
    expect(await told('xcb')).toEqual(['escalated', 'accepted', 'progressed', 'lapsed', 'escalated'])
  })

  it('is held anew by what its agency does elsewhere, not by what others do', async () => {
    const { id } = await press('rsj')
    const before = await own('rsj')
    await room.clock.forward('10m')
    const { id: incidentId } = await room.onlyIncident()
    await sweepAlerts(room.contextOf())
    expect((await own('rsj')).lease).toEqual(before.lease)
    value(await recordStep(as('rsj'), { incidentId, step: 'phone_report', note: null }))
    await room.clock.forward('1s')
    await sweepAlerts(room.contextOf())
    const renewed = await own('rsj')
    expect(Date.parse(renewed.lease?.fromAt ?? '')).toBeGreaterThan(Date.parse(before.lease?.fromAt ?? ''))
    expect(await told('rsj')).toEqual(['accepted', 'renewed'])
    await sweepAlerts(room.contextOf())
    expect(await told('rsj')).toEqual(['accepted', 'renewed'])
    expect(renewed.id).toBe(id)
    expect((await own('zfw')).lease).toBeNull()
  })

  it('never outlives its shift: at its end it falls to the duty that comes on', async () => {
    await room.clock.forward('3h')
    await press('xcb')
    await room.clock.forward('29m')
    expect((await own('xcb')).state).toBe('accepted')
    await room.clock.forward('2m')
    const fallen = await own('xcb')
    expect(fallen).toMatchObject({ state: 'unaccepted', lapse: { why: 'shift' } })
    expect(Date.parse(fallen.dueAt)).toBeGreaterThan(room.clock.now().getTime())
  })

  it('of an incident that is over is refused', async () => {
    const { id } = await own('xcb')
    const incidentId = (await room.onlyIncident()).id
    await room.db.update(incident).set({ state: 'closed' }).where(eq(incident.id, incidentId))
    expect(code(await acceptAlert(as('xcb'), { alertId: id }))).toBe('alert_ended')
  })
})

describe('two incidents that became one', () => {
  it('let nothing lapse on the one that was merged away, and keep the lease on the other', async () => {
    const held = await press('xcb')
    const { id: firstId } = await room.onlyIncident()
    const hotline = await room.feed('12345 热线', '12345')
    await hotline.publishes('来电反映海宁许村镇示例华布布艺厂拖欠22名工人三个月工资')
    const other = (await room.board()).incidents.find(({ id }) => id !== firstId)
    if (!other) throw new Error('no second incident')
    const joining = { incidentId: firstId, intoId: other.id }
    value(await room.db.transaction((tx) => joinIncidents(as('rsj'), tx, joining)))
    // Together they are graver, which shortens the lease and leaves the promise.
    const { state, lease } = await own('xcb')
    expect([state, lease?.promisedAt]).toEqual(['accepted', held.lease?.promisedAt])
    expect(Date.parse(lease?.endsAt ?? '')).toBeLessThanOrEqual(Date.parse(held.lease?.endsAt ?? ''))
    await room.clock.forward('4h')
    const lapsed = await room.db.select().from(event).where(eq(event.name, 'alert.lapsed'))
    expect(lapsed.map(({ incidentId }) => incidentId)).toEqual([other.id])
  })
})

describe('a storm about one incident', () => {
  it('pages once for a rung; what comes meanwhile is a counter on the next call', async () => {
    const hotline = await room.feed('12345 热线', '12345')
    for (const text of [
      '濮院那家毛衫厂老板跑路，38个人没拿到工资',
      '濮院毛衫厂38名工友的工资还没着落，老板跑了',
    ]) {
      await hotline.publishes(text)
    }
    await room.clock.forward('16m')
    const rows = await room.db.select().from(event).where(eq(event.name, 'alert.escalated'))
    const ours = rows.filter(({ data }) => (data as { alert: AlertView }).alert.agency === 'xcb')
    expect(ours.map(({ data }) => data)).toMatchObject([{ rung: 1, again: 2 }])
    expect((await own('xcb')).heardPosts).toBe(3)
  })
})

function value<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`)
  return answer.value
}

function code(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.refusal.code
}
