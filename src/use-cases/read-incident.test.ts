import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#domain/permission.ts'
import { lastEventId } from '#store/event-log.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { readIncident } from './read-incident.ts'
import { readPulse } from './read-pulse.ts'

let room: Scenario
let incidentId: string

beforeAll(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterAll(() => room.drop())

const read = (agency: string | null, role: Role, territory: string | null = null) =>
  readIncident(room.contextOf({ ...room.officer(agency, role), territory }), { incidentId })

describe('an incident', () => {
  it.each<[string, Role, string | null]>([
    ['zfw', 'duty', null],
    ['xcb', 'leader', null],
    ['rsj', 'office', null],
    ['t330483', 'duty', 't330483'],
    ['zfw', 'duty', 't330483'],
  ])('shows its posts’ text to %s (%s, %s), who are on its route', async (agency, role, territory) => {
    const answer = await read(agency, role, territory)
    expect(answer).toMatchObject({
      ok: true,
      value: { textHidden: false, posts: [{ sourceName: '本地论坛' }] },
    })
  })

  it('shows a wall everything but the text', async () => {
    const answer = await read(null, 'wall')
    expect(answer).toMatchObject({ ok: true, value: { textHidden: true, posts: [] } })
    expect(JSON.stringify(answer)).not.toMatch(/没着落/)
  })

  it.each<[string, Role, string | null]>([
    ['gaj', 'duty', null],
    ['t330482', 'duty', 't330482'],
    ['zfw', 'duty', 't330482'],
    ['sfj', 'leader', null],
    ['sfj', 'admin', null],
  ])('shows %s (%s, %s) nothing, who are not', async (agency, role, territory) => {
    expect(await read(agency, role, territory)).toMatchObject({
      ok: false,
      refusal: { code: 'not_your_agency' },
    })
    const board = await room.board({ ...room.officer(agency, role), territory })
    expect(board.incidents).toEqual([])
  })

  it('that is not there is refused', async () => {
    const missing = { incidentId: '00000000-0000-4000-8000-000000000000' }
    const answer = await readIncident(room.contextOf(room.officer('xcb')), missing)
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'no_such_incident' } })
  })

  it('marks the words that speak for it, within the text they stand in', async () => {
    const answer = await read('xcb', 'duty')
    if (!answer.ok) throw new Error(answer.refusal.code)
    const [post] = answer.value.posts
    const marked = Object.fromEntries(
      (post?.spans ?? []).map(({ field, start, end }) => [field, post?.body.slice(start, end)]),
    )
    expect(marked).toMatchObject({
      place: expect.stringMatching(/濮院/),
      workers: expect.stringMatching(/38/),
    })
    const spans = post?.spans ?? []
    for (const [index, { end }] of spans.entries()) {
      expect(end).toBeLessThanOrEqual(spans[index + 1]?.start ?? post?.body.length ?? 0)
    }
  })

  it('and the board are true up to the last event', async () => {
    const answer = await read('xcb', 'duty')
    const last = await lastEventId(room.db)
    expect([answer.ok && answer.value.lastEventId, (await room.board()).lastEventId]).toEqual([last, last])
  })
})

describe('the pulse', () => {
  it('counts what was opened in each of the last 24 hours, the present one last', async () => {
    const hours = async () => {
      const pulse = await readPulse(room.contextOf(room.officer('rsj', 'office')))
      if (!pulse.ok) throw new Error(pulse.refusal.code)
      return pulse.value.openedByHour
    }
    expect((await hours()).at(-1)).toEqual({ hour: '2026-11-23T06:00:00.000Z', count: 1 })
    await room.clock.forward('23h')
    const day = await hours()
    expect(day).toHaveLength(24)
    expect(day.map(({ count }) => count)).toEqual([1, ...Array(23).fill(0)])
    await room.clock.forward('1h')
    expect((await hours()).every(({ count }) => count === 0)).toBe(true)
  })
})
