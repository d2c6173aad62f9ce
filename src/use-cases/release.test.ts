import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { events } from '#contracts/events.ts'
import { event } from '#store/tables/event.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { approveRelease } from './approve-release.ts'
import { askRelease } from './ask-release.ts'
import { breakGlass } from './break-glass.ts'
import { countersignRelease } from './countersign-release.ts'
import { declineRelease } from './decline-release.ts'
import { expireReleases } from './expire-releases.ts'
import { readIncident } from './read-incident.ts'
import { readReleases } from './read-releases.ts'

let room: Scenario
let first: string
let second: string
beforeEach(async () => {
  room = await openScenario()
  const [forum, blog] = [await room.feed('本地论坛'), await room.feed('微博')]
  await forum.publishes('桐乡濮院鑫禾毛衫有限公司拖欠38名工人两个月工资，合计65.4万元')
  await room.clock.forward('2m')
  await blog.publishes('桐乡濮院一家厂门口有人拉横幅讨要血汗钱')
  const incidents = (await room.board()).incidents.sort((a, b) => (a.number < b.number ? -1 : 1))
  first = incidents[0]?.id ?? ''
  second = incidents[1]?.id ?? ''
})
afterEach(() => room.drop())

const as = (agency: string, role: 'duty' | 'leader' | 'office' = 'duty') =>
  room.contextOf(room.officer(agency, role))
const ask = (agency = 'rsj', reason: string | null = '同一家厂') =>
  askRelease(as(agency), { kind: 'merge', incidentId: second, payload: { intoId: first }, reason })
const asked = async (agency = 'rsj') => {
  const answer = await ask(agency)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return { releaseId: answer.value.id, version: answer.value.version }
}
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'ok' : answer.refusal.code
const open = async () => (await room.board()).incidents.length
const told = async (name: keyof typeof events) => {
  const rows = await room.db.select().from(event).where(eq(event.name, name))
  return rows.map(
    ({ data }) => data as { release: { kind: string; state: string; decisionReason: string | null } },
  )
}
const waitingFor = async (agency: string) => {
  const answer = await readReleases(as(agency))
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

describe('a merge', () => {
  it('is asked for, and nothing happens until another officer agrees', async () => {
    const release = await asked()
    expect(await open()).toBe(2)
    expect(code(await approveRelease(as('zfw'), release))).toBe('ok')
    expect(await open()).toBe(1)
  })

  it('stands on the other officers’ desks at once, with what will happen', async () => {
    await asked()
    expect(await waitingFor('zfw')).toMatchObject([
      { kind: 'merge', state: 'waiting', barred: null, mine: false, reason: '同一家厂' },
    ])
    const [one] = await waitingFor('xcb')
    expect(one?.foretold.map(({ what }) => what)).toEqual(['merged_into', 'posts', 'grade'])
    expect(await waitingFor('rsj')).toMatchObject([{ barred: 'own_request', mine: true, mayBreak: true }])
    expect(await waitingFor('slj')).toEqual([])
  })

  it('is never approved by the asker, nor by somebody off the route', async () => {
    const release = await asked()
    expect(code(await approveRelease(as('rsj'), release))).toBe('own_request')
    expect(code(await approveRelease(as('slj'), release))).toBe('not_your_agency')
    expect(await open()).toBe(2)
  })

  it('is asked for once at a time', async () => {
    await asked()
    expect(await ask('zfw')).toMatchObject({
      refusal: { code: 'already_asked', details: { who: 'rsj duty' } },
    })
  })

  it('is declined with a reason, or taken back by the asker', async () => {
    const declined = await asked()
    expect(code(await declineRelease(as('zfw'), { ...declined, reason: '不行' }))).toBe('reason_too_short')
    expect(code(await declineRelease(as('zfw'), { ...declined, reason: '两家厂不在一处' }))).toBe('ok')
    expect(code(await approveRelease(as('xcb'), declined))).toBe('already_decided')
    const own = await asked()
    expect(code(await declineRelease(as('rsj'), { ...own, reason: '' }))).toBe('ok')
    expect((await told('release.declined')).map(({ release }) => release.state)).toEqual([
      'declined',
      'withdrawn',
    ])
    expect(await open()).toBe(2)
  })

  it('that nobody answered in half an hour has run out, and that is told once', async () => {
    const release = await asked()
    await room.clock.forward('29m')
    await expireReleases(room.contextOf())
    expect(await told('release.expired')).toEqual([])
    await room.clock.forward('1m')
    expect(code(await approveRelease(as('zfw'), release))).toBe('release_expired')
    await expireReleases(room.contextOf())
    await expireReleases(room.contextOf())
    expect(await told('release.expired')).toHaveLength(1)
    expect(code(await ask())).toBe('ok')
  })

  it('that can no longer be done is refused, and the request waits on', async () => {
    const release = await asked()
    const other = await askRelease(as('xcb'), {
      ...{ kind: 'merge', incidentId: first, payload: { intoId: second }, reason: null },
    })
    if (!other.ok) throw new Error(other.refusal.code)
    const both = await Promise.all([
      approveRelease(as('zfw'), release),
      approveRelease(as('zfw'), { releaseId: other.value.id, version: 1 }),
    ])
    expect(both.map(code).sort()).toEqual(['already_merged', 'ok'])
    expect(await open()).toBe(1)
  })
})

describe('breaking the glass', () => {
  it('carries out at once, tells the office, and waits a day for the second signature', async () => {
    const release = await asked()
    expect(code(await breakGlass(as('zfw'), { ...release, reason: '人已经上了塔吊' }))).toBe(
      'not_your_request',
    )
    expect(code(await breakGlass(as('rsj'), { ...release, reason: '急' }))).toBe('reason_too_short')
    expect(code(await breakGlass(as('rsj'), { ...release, reason: '现场人多，等不及第二人' }))).toBe('ok')
    expect(await open()).toBe(1)
    expect((await told('release.glass_broken'))[0]?.release).toMatchObject({
      state: 'broken',
      decisionReason: '现场人多，等不及第二人',
    })
    expect(await waitingFor('zfw')).toMatchObject([{ state: 'broken', barred: null }])
    expect(code(await countersignRelease(as('rsj'), { ...release, agrees: true, reason: null }))).toBe(
      'own_request',
    )
    expect(code(await countersignRelease(as('zfw'), { ...release, agrees: true, reason: null }))).toBe('ok')
    expect(await waitingFor('zfw')).toEqual([])
  })

  it('left unsigned for a day is told, once; a late signature still counts', async () => {
    const release = await asked()
    await breakGlass(as('rsj'), { ...release, reason: '现场人多，等不及第二人' })
    await room.clock.forward('24h')
    await expireReleases(room.contextOf())
    await expireReleases(room.contextOf())
    expect(await told('release.left_unsigned')).toHaveLength(1)
    const late = await countersignRelease(as('zfw'), {
      ...release,
      agrees: false,
      reason: '当时尚可等待，不应单人办理',
    })
    expect(late).toMatchObject({ ok: true, value: { countersignAgrees: false } })
  })

  it('leaves the whole story in the timeline, and no process may take part', async () => {
    const release = await asked()
    expect(code(await approveRelease(room.contextOf(), release))).toBe('role_may_not')
    await approveRelease(as('zfw'), release)
    const read = await readIncident(as('zfw'), { incidentId: second })
    if (!read.ok) throw new Error(read.refusal.code)
    expect(read.value.timeline.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['release.asked', 'release.approved', 'incident.closed']),
    )
  })

  it('masks what an officer types', async () => {
    const answer = await ask('rsj', '联系人：诸葛样本，电话19900000000')
    expect(answer.ok && answer.value.reason).not.toMatch(/样本|1990/)
  })
})
