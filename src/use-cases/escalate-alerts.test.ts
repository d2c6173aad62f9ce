import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { event } from '#store/tables/event.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { escalateAlerts } from './escalate-alerts.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
})
afterEach(() => room.drop())

/** Grade Ⅲ: a quarter of an hour a rung. */
const later = (minutes: number) => ({
  ...room.contextOf(),
  now: new Date(room.clock.now().getTime() + minutes * 60_000),
})

describe('the sweep', () => {
  it('by five processes at once climbs one rung for each alert, and tells it once', async () => {
    const climbed = await Promise.all(Array.from({ length: 5 }, () => escalateAlerts(later(15))))
    expect(climbed.reduce((sum, one) => sum + one)).toBe(4)
    expect((await room.onlyIncident()).alerts.map(({ rung }) => rung)).toEqual([1, 1, 1, 1])
    expect(await room.db.$count(event, eq(event.name, 'alert.escalated'))).toBe(4)
  })

  it('after a night’s sleep still climbs rung by rung', async () => {
    const rungs: number[] = []
    for (const minutes of [600, 600, 614, 615, 700, 700, 900]) {
      await escalateAlerts(later(minutes))
      rungs.push(alertOf(await room.onlyIncident(), 'xcb').rung)
    }
    expect(rungs).toEqual([1, 1, 1, 2, 3, 3, 3])
  })

  it('and an acceptance at the same moment end in an acceptance, whichever came first', async () => {
    const { id } = alertOf(await room.onlyIncident(), 'xcb')
    const officer = { ...later(15), actor: room.officer('xcb') }
    await Promise.all([
      escalateAlerts(later(15)),
      acceptAlert(officer, { alertId: id }),
      escalateAlerts(later(15)),
    ])
    await escalateAlerts(later(120))
    const alert = alertOf(await room.onlyIncident(), 'xcb')
    expect(alert).toMatchObject({ state: 'accepted', nextStepAt: null })
    const logged = await room.db.select().from(event)
    const about = logged.filter(
      ({ data }) => JSON.stringify(data).includes(`"id":"${id}"`) || JSON.stringify(data).includes(id),
    )
    expect(about.at(-1)?.name).toBe('alert.accepted')
    expect(about.filter(({ name }) => name === 'alert.escalated').length).toBe(alert.rung)
  })

  it('finds nothing to do before the time, and nothing twice', async () => {
    expect(await escalateAlerts(later(14))).toBe(0)
    expect(await escalateAlerts(later(15))).toBe(4)
    expect(await escalateAlerts(later(15))).toBe(0)
  })
})
