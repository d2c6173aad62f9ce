import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { event } from '#store/tables/event.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'

describe('acceptance', () => {
  let room: Scenario
  beforeEach(async () => {
    room = await openScenario()
    const forum = await room.feed('本地论坛')
    await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  })
  afterEach(() => room.drop())

  it('is one press, stops the ladder in the same transaction and is written in the log', async () => {
    const { id } = alertOf(await room.onlyIncident(), 'xcb')
    const answer = await acceptAlert(room.contextOf(room.officer('xcb')), { alertId: id })
    expect(answer).toMatchObject({ ok: true, value: { state: 'accepted', nextStepAt: null } })
    await room.clock.forward('2h')
    expect(alertOf(await room.onlyIncident(), 'xcb')).toMatchObject({ state: 'accepted', rung: 0 })
    const logged = await room.db.select().from(event).where(eq(event.name, 'alert.accepted'))
    expect(logged).toHaveLength(1)
    expect(logged[0]?.actor).toEqual({ post: 'xcb duty', agency: 'xcb' })
  })

  it('has exactly one winner when twenty officers press at once; the others are told who and when', async () => {
    const { id } = alertOf(await room.onlyIncident(), 'rsj')
    const officers = Array.from({ length: 20 }, () => room.contextOf(room.officer('rsj')))
    const answers = await Promise.all(officers.map((officer) => acceptAlert(officer, { alertId: id })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) {
      if (answer.ok) continue
      expect(answer.refusal).toEqual({
        code: 'already_accepted',
        details: { who: 'rsj duty', at: room.clock.now().toISOString() },
      })
    }
    expect(await room.db.$count(event, eq(event.name, 'alert.accepted'))).toBe(1)
  })

  it('speaks for the own agency only', async () => {
    const { id } = alertOf(await room.onlyIncident(), 'zfw')
    const answer = await acceptAlert(room.contextOf(room.officer('xcb')), { alertId: id })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not_your_agency' } })
  })

  it('leaves the other agencies unaccepted', async () => {
    const incident = await room.onlyIncident()
    await acceptAlert(room.contextOf(room.officer('zfw')), { alertId: alertOf(incident, 'zfw').id })
    const states = (await room.onlyIncident()).alerts.map(({ agency, state }) => `${agency} ${state}`)
    expect(states).toContain('zfw accepted')
    expect(states.filter((state) => state.endsWith(' accepted'))).toHaveLength(1)
    expect(states).toEqual(expect.arrayContaining(['xcb unaccepted', 'rsj unaccepted', 't330483 unaccepted']))
  })

  it('refuses an alert that is not there', async () => {
    const alertId = '00000000-0000-4000-8000-000000000000'
    const answer = await acceptAlert(room.contextOf(room.officer('xcb')), { alertId })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'no_such_alert' } })
  })
})

describe('escalation', () => {
  let room: Scenario
  beforeEach(async () => {
    room = await openScenario()
    const forum = await room.feed('本地论坛')
    await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  })
  afterEach(() => room.drop())

  it('climbs one rung for each limit that runs out, and rests at the top', async () => {
    expect((await room.onlyIncident()).grade).toBe('III')
    const rungs: number[] = []
    for (let times = 0; times < 5; times += 1) {
      await room.clock.forward('15m')
      rungs.push(alertOf(await room.onlyIncident(), 'xcb').rung)
    }
    expect(rungs).toEqual([1, 2, 3, 3, 3])
    expect(alertOf(await room.onlyIncident(), 'xcb').nextStepAt).toBeNull()
  })

  it('climbs only for the agency that is missing', async () => {
    const incident = await room.onlyIncident()
    for (const agency of ['zfw', 'rsj']) {
      await acceptAlert(room.contextOf(room.officer(agency)), { alertId: alertOf(incident, agency).id })
    }
    await room.clock.forward('16m')
    const after = await room.onlyIncident()
    const rungs = Object.fromEntries(after.alerts.map(({ agency, rung }) => [agency, rung]))
    expect(rungs).toMatchObject({ zfw: 0, xcb: 1, rsj: 0, t330483: 1 })
  })

  it('does not climb before its time', async () => {
    await room.clock.forward('14m')
    expect((await room.onlyIncident()).alerts.every(({ rung }) => rung === 0)).toBe(true)
  })
})
