import { afterEach, describe, expect, it } from 'vitest'
import { alertOf } from '#testing/scenario.ts'
import { openTown, type Town } from '#testing/town.ts'
import { acceptAlert } from './accept-alert.ts'

/** A life in danger is critical: every channel at once, at any hour. */
const inDanger = '桐乡濮院毛衫厂欠薪，38个工人三个月工资65万没发，有人爬上楼顶说要跳楼讨薪'
const gradeThree = '桐乡濮院毛衫厂老板跑路了，38个工人三个月工资65万没发'

let town: Town
afterEach(async () => {
  await town.close()
})

async function publish(text: string) {
  const forum = await town.feed('论坛')
  await forum.publishes(text)
  return town.onlyIncident()
}

const accept = (agency: string, alertId: string) =>
  acceptAlert(town.contextOf(town.officer(agency)), { alertId })

describe('an alert gets through', () => {
  it('to the duty posts of all three agencies at once, with a link and a code', async () => {
    town = await openTown()
    await publish(inDanger)
    for (const agency of ['zfw', 'xcb', 'rsj']) {
      const call = await town.phone(`${agency}-duty`).heard(/接收/, 'sms')
      expect(call.link).toMatch(/\/p\/[\w-]+$/)
      expect(call.text).toMatch(/回 1 \d{4} 接收/)
    }
    expect(await town.phone('zfw-section_head').isQuiet()).toBe(true)
  })

  it('by the next channel when the first is not answered in time', async () => {
    town = await openTown()
    await publish(gradeThree)
    await town.settle()
    expect(town.phone('zfw-duty').calls()).toEqual([])
    await town.clock.forward('1m')
    await town.phone('zfw-duty').heard(/接收/, 'sms')
    expect(town.phone('zfw-duty').calls('voice')).toEqual([])
    await town.clock.forward('4m')
    await town.phone('zfw-duty').heard(/接收/, 'voice')
  })

  it('to those who have accepted as well, when a life comes into danger', async () => {
    town = await openTown()
    const forum = await town.feed('论坛')
    await forum.publishes(gradeThree)
    const incident = await town.onlyIncident()
    await town.settle()
    for (const agency of ['zfw', 'xcb', 'rsj']) await accept(agency, alertOf(incident, agency).id)
    await town.settle()
    expect(await town.phone('zfw-duty').isQuiet()).toBe(true)
    await forum.publishes(inDanger)
    expect((await town.onlyIncident()).danger).toEqual(['height'])
    for (const agency of ['zfw', 'xcb', 'rsj']) await town.phone(`${agency}-duty`).heard(/人身危险/, 'sms')
    await town.phone('group_leader').heard(/人身危险/, 'sms')
  })

  it('up the ladder of the agency that has not accepted, and of no other', async () => {
    town = await openTown()
    const incident = await publish(inDanger)
    await town.settle()
    for (const agency of ['xcb', 'rsj']) await accept(agency, alertOf(incident, agency).id)
    await town.clock.forward('6m')
    await town.phone('zfw-section_head').heard(/政法委未接收/, 'sms')
    for (const agency of ['xcb', 'rsj']) {
      expect(await town.phone(`${agency}-section_head`).isQuiet()).toBe(true)
    }
  })

  it('to the office and the leader of the group as well, who are told and not asked to accept', async () => {
    town = await openTown()
    const incident = await publish(inDanger)
    for (const agency of ['xcb', 'rsj']) await accept(agency, alertOf(incident, agency).id)
    await town.clock.forward('31m')
    const leader = await town.phone('group_leader').heard(/政法委未接收/, 'sms')
    expect(leader.text).not.toMatch(/回 1/)
    await town.phone('rsj-office').heard(/政法委未接收/, 'sms')
    const deputy = await town.phone('zfw-deputy').heard(/政法委未接收/, 'sms')
    expect(deputy.text).toMatch(/回 1 \d{4} 接收/)
  })

  it('no longer once it is accepted: what waited is not sent', async () => {
    town = await openTown()
    const incident = await publish(gradeThree)
    await town.settle()
    await accept('zfw', alertOf(incident, 'zfw').id)
    await town.clock.forward('10m')
    expect(town.phone('zfw-duty').calls()).toEqual([])
    await town.phone('xcb-duty').heard(/接收/, 'voice')
  })

  it('more urgently as soon as it becomes graver, and by no channel twice', async () => {
    town = await openTown()
    const forum = await town.feed('论坛')
    await forum.publishes(gradeThree)
    await town.clock.forward('1m')
    await town.phone('zfw-duty').heard(/接收/, 'sms')
    expect(town.phone('zfw-duty').calls('voice')).toEqual([])
    await forum.publishes(`${gradeThree}，现在有人爬上楼顶说要跳楼讨薪`)
    await town.phone('zfw-duty').heard(/接收/, 'voice')
    expect(town.phone('zfw-duty').calls('sms')).toHaveLength(1)
  })

  it('once, however many posts a storm brings', async () => {
    town = await openTown()
    const forum = await town.feed('论坛')
    await forum.publishes(inDanger)
    for (let more = 0; more < 20; more += 1) await forum.publishes(`${inDanger}，第${more}次发`)
    await town.settle()
    expect(town.phone('zfw-duty').calls('sms')).toHaveLength(1)
  })
})

describe('a gateway that fails', () => {
  it.each([500, 'hang', 'limited', 503] as const)(
    '%s: the next channel is tried at once, this one later',
    async (mood) => {
      town = await openTown()
      town.gateways.turn('sms', mood === 'limited' ? 429 : mood)
      await publish(inDanger)
      await town.phone('zfw-duty').heard(/接收/, 'voice')
      expect(town.phone('zfw-duty').calls('sms')).toEqual([])
      town.gateways.turn('sms', 'well')
      await town.clock.forward('70s')
      await town.phone('zfw-duty').heard(/接收/, 'sms')
    },
  )

  it('is given up after seven tries, which the incident shows', async () => {
    town = await openTown(undefined, { channels: ['sms'] })
    town.gateways.turn('sms', 500)
    const incident = await publish(inDanger)
    const zfw = alertOf(incident, 'zfw')
    for (const agency of ['xcb', 'rsj']) await accept(agency, alertOf(incident, agency).id)
    expect(zfw.state).toBe('unaccepted')
    await town.clock.forward('30m')
    const names = (await town.timeline(incident.id)).map(({ name }) => name)
    expect(names).toContain('page.unreachable')
  })

  it('that took a message but died before it said so gets it again with the same key, and sends it once', async () => {
    town = await openTown()
    await publish(inDanger)
    await town.killMidSend()
    await town.clock.forward('30s')
    const calls = town.phone('zfw-duty').calls('sms')
    expect(calls).toHaveLength(1)
    expect(calls[0]?.requests).toBeGreaterThan(1)
  })
})
