import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AlertView } from '#contracts/views.ts'
import type { ContactRung } from '#domain/contact/contact-rung.ts'
import { insertContact } from '#store/contacts.ts'
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
    const { alerts } = await room.onlyIncident()
    expect(climbed.reduce((sum, one) => sum + one)).toBe(alerts.length)
    expect(alerts.map(({ rung }) => rung)).toEqual(alerts.map(() => 1))
    expect(await room.db.$count(event, eq(event.name, 'alert.escalated'))).toBe(alerts.length)
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
    expect(await escalateAlerts(later(15))).toBe((await room.onlyIncident()).alerts.length)
    expect(await escalateAlerts(later(15))).toBe(0)
  })
})

describe('a rung with nobody who can be reached', () => {
  it('is called, named in the log, and left at once; the others climb by their clocks', async () => {
    await keepBook(room, 'xcb', ['duty', 'deputy', 'leader'])
    await escalateAlerts(later(15))
    const { alerts } = await room.onlyIncident()
    const rungs = Object.fromEntries(alerts.map(({ agency, rung }) => [agency, rung]))
    expect(rungs).toMatchObject({ xcb: 2, zfw: 1, rsj: 1 })
    expect(alertOf(await room.onlyIncident(), 'xcb')).toMatchObject({ rung: 2, unreachable: [1] })
    expect(await toldOf(room, 'xcb')).toEqual(['raised', 'escalated 1', 'unreachable 1', 'escalated 2'])
  })

  it('at the very bottom is noticed within a sweep, before any clock has run out', async () => {
    await keepBook(room, 'xcb', ['section_head'])
    expect(await escalateAlerts(later(0))).toBe(1)
    expect(alertOf(await room.onlyIncident(), 'xcb')).toMatchObject({ rung: 1, unreachable: [0] })
    expect(await toldOf(room, 'xcb')).toEqual(['raised', 'unreachable 0', 'escalated 1'])
    expect(await escalateAlerts(later(0))).toBe(0)
  })

  it('on every rung ends at the top, each of them named, and the alert is still owed', async () => {
    await keepBook(room, 'xcb', [])
    await escalateAlerts(later(0))
    const alert = alertOf(await room.onlyIncident(), 'xcb')
    expect(alert).toMatchObject({ state: 'unaccepted', rung: 3, nextStepAt: null, unreachable: [0, 1, 2, 3] })
    const answer = await acceptAlert(room.contextOf(room.officer('xcb')), { alertId: alert.id })
    expect(answer.ok).toBe(true)
  })
})

/** A contact book of this agency: the posts named can be reached, a duty officer without an address keeps it. */
async function keepBook(at: Scenario, agency: string, reachable: ContactRung[]): Promise<void> {
  const row = (rung: ContactRung, phone: string | undefined) => ({
    id: randomUUID(),
    agency,
    rung,
    post: `${agency} ${rung}`,
    addresses: phone ? { sms: phone } : {},
    createdAt: at.clock.now(),
  })
  await insertContact(at.db, row('substitute', undefined))
  for (const rung of reachable) await insertContact(at.db, row(rung, '19900000000'))
}

/** What the log says of one agency's ladder, in order. */
async function toldOf(at: Scenario, agency: string): Promise<string[]> {
  const rows = await at.db.select().from(event).orderBy(asc(event.id))
  return rows.flatMap(({ name, data }) => {
    const { alert, alerts, rung } = data as { alert?: AlertView; alerts?: AlertView[]; rung?: number }
    if (!name.startsWith('alert.') || (alert && alert.agency !== agency)) return []
    if (!alert && !alerts?.some((one) => one.agency === agency)) return []
    return [[name.slice('alert.'.length), rung].filter((part) => part !== undefined).join(' ')]
  })
}
