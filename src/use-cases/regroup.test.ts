import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventsOfIncident } from '#store/event-log.ts'
import { event } from '#store/tables/event.ts'
import { post } from '#store/tables/post.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { approveRelease } from './approve-release.ts'
import { askRelease } from './ask-release.ts'
import { readIncident } from './read-incident.ts'
import { recordStep } from './record-step.ts'
import { splitIncident } from './split-incident.ts'
import { undoJoin } from './undo-join.ts'

const puyuan = '桐乡濮院鑫禾毛衫有限公司拖欠38名工人两个月工资，合计65.4万元'
const gate = '桐乡濮院一家厂门口有人拉横幅讨要血汗钱'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const as = (agency: string) => room.contextOf(room.officer(agency))
const incidents = async () => (await room.board()).incidents.sort((a, b) => (a.number < b.number ? -1 : 1))
const value = <T>(answer: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

/** One officer asks for a merge and another agrees. */
async function merge(
  { incidentId, intoId }: { incidentId: string; intoId: string },
  [asker, second]: [string, string] = ['rsj', 'zfw'],
) {
  const asked = await askRelease(as(asker), { kind: 'merge', incidentId, payload: { intoId }, reason: null })
  if (!asked.ok) return asked
  return approveRelease(as(second), { releaseId: asked.value.id, version: asked.value.version })
}

/** What a screen shows, without what every change moves on. */
const shown = ({ version: _, alerts, steps, ...rest }: Awaited<ReturnType<typeof incidents>>[number]) => ({
  ...rest,
  alerts: alerts.map(({ version: __, ...alert }) => alert),
  steps: steps.map(({ version: __, ...step }) => step),
})

async function twoIncidents() {
  const [forum, blog] = [await room.feed('本地论坛'), await room.feed('微博')]
  await forum.publishes(puyuan)
  await room.clock.forward('2m')
  await blog.publishes(gate)
  const [first, second] = await incidents()
  if (!first || !second) throw new Error('expected two incidents')
  return { first, second, forum, blog }
}

const lastChange = async () => {
  const rows = await room.db.select().from(event).orderBy(asc(event.id))
  const made = rows.filter(({ name }) => name === 'incident.merged' || name === 'incident.split').at(-1)
  if (!made) throw new Error('nothing was merged or split')
  return (made.data as { changeId: string }).changeId
}

describe('two incidents found to be one', () => {
  it('have their posts, sources and facts in one, and the other leaves the board', async () => {
    const { first, second } = await twoIncidents()
    value(await merge({ incidentId: second.id, intoId: first.id }))
    const one = await room.onlyIncident()
    expect(one).toMatchObject({
      id: first.id,
      postCount: 2,
      sources: ['本地论坛', '微博'],
      collective: ['banner'],
    })
    const detail = value(await readIncident(as('rsj'), { incidentId: first.id }))
    expect(detail.posts).toHaveLength(2)
    expect(detail.timeline.map(({ name }) => name)).toContain('incident.merged')
    const closed = await eventsOfIncident(room.db, second.id)
    const merged = expect.objectContaining({
      name: 'incident.closed',
      data: expect.objectContaining({ rule: 'merged' }),
    })
    expect(closed).toContainEqual(merged)
  })

  it('keep every acceptance and every done step of both', async () => {
    const { first, second } = await twoIncidents()
    value(await acceptAlert(as('xcb'), { alertId: alertOf(second, 'xcb').id }))
    value(await acceptAlert(as('rsj'), { alertId: alertOf(first, 'rsj').id }))
    value(await recordStep(as('rsj'), { incidentId: second.id, step: 'on_site', note: '已到' }))
    value(await merge({ incidentId: second.id, intoId: first.id }))
    const one = await room.onlyIncident()
    expect(alertOf(one, 'xcb')).toMatchObject({ state: 'accepted', acceptedBy: { post: 'xcb duty' } })
    expect(alertOf(one, 'rsj').state).toBe('accepted')
    expect(alertOf(one, 'zfw').state).toBe('unaccepted')
    expect(one.steps.find(({ step }) => step === 'on_site')).toMatchObject({
      note: '已到',
      doneBy: { agency: 'rsj' },
    })
  })

  it('page nobody again for a rung already called, and the ladder of the one that left stands still', async () => {
    const { first, second } = await twoIncidents()
    await room.clock.forward('13m')
    const climbed = (await incidents()).find(({ id }) => id === first.id)
    if (!climbed) throw new Error('gone')
    value(await merge({ incidentId: first.id, intoId: second.id }))
    const rung = alertOf(await room.onlyIncident(), 'zfw').rung
    expect(rung).toBe(Math.max(alertOf(climbed, 'zfw').rung, 0))
    await room.clock.forward('6h')
    const calls = (await room.db.select().from(event).where(eq(event.name, 'alert.escalated'))).map(
      ({ data }) => data as { alert: { agency: string; incidentId: string }; rung: number },
    )
    const zfw = calls.filter(({ alert }) => alert.agency === 'zfw').map((call) => call.rung)
    expect(zfw).toEqual([...new Set(zfw)])
  })

  it('draw a further post that matches the one that left into the one that stayed', async () => {
    const { first, second, forum } = await twoIncidents()
    value(await merge({ incidentId: first.id, intoId: second.id }))
    await forum.publishes('濮院鑫禾毛衫厂拖欠工资两个月了，38个人等着')
    expect(await room.onlyIncident()).toMatchObject({ id: second.id, postCount: 3 })
  })

  it('cannot be merged twice, into themselves, or by somebody off one of the routes', async () => {
    const { first, second } = await twoIncidents()
    const payload = { intoId: first.id }
    const asked = await askRelease(as('rsj'), { kind: 'merge', incidentId: second.id, payload, reason: null })
    const { id: releaseId, version } = value(asked)
    const both = await Promise.all([
      approveRelease(as('zfw'), { releaseId, version }),
      approveRelease(as('xcb'), { releaseId, version }),
    ])
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)).sort()).toEqual([
      'already_decided',
      'ok',
    ])
    expect(await merge({ incidentId: second.id, intoId: first.id })).toMatchObject({
      refusal: { code: 'already_merged' },
    })
    expect(await merge({ incidentId: first.id, intoId: first.id })).toMatchObject({
      refusal: { code: 'same_incident' },
    })
    expect(await merge({ incidentId: second.id, intoId: first.id }, ['slj', 'zfw'])).toMatchObject({
      refusal: { code: 'not_your_agency' },
    })
    expect((await room.onlyIncident()).postCount).toBe(2)
  })
})

describe('a merge taken back', () => {
  it('leaves both exactly as they were', async () => {
    const { first, second } = await twoIncidents()
    value(await acceptAlert(as('xcb'), { alertId: alertOf(second, 'xcb').id }))
    await room.clock.forward('1m')
    const before = (await incidents()).map(shown)
    value(await merge({ incidentId: second.id, intoId: first.id }))
    value(await undoJoin(as('zfw'), { changeId: await lastChange() }))
    expect((await incidents()).map(shown)).toEqual(before)
    const rows = await room.db.select().from(post).orderBy(asc(post.receivedAt))
    expect(rows.map(({ incidentId }) => incidentId)).toEqual([first.id, second.id])
  })

  it('loses no acceptance given meanwhile and no post that came meanwhile', async () => {
    const { first, second, forum } = await twoIncidents()
    value(await merge({ incidentId: second.id, intoId: first.id }))
    value(await acceptAlert(as('xcb'), { alertId: alertOf(await room.onlyIncident(), 'xcb').id }))
    await forum.publishes('濮院鑫禾毛衫厂的工资还没发，38个人等着')
    value(await undoJoin(as('rsj'), { changeId: await lastChange() }))
    const [one, two] = await incidents()
    expect([one?.postCount, two?.postCount]).toEqual([2, 1])
    expect(one && alertOf(one, 'xcb').state).toBe('accepted')
    expect(two && alertOf(two, 'xcb').state).toBe('accepted')
    expect(two?.id).toBe(second.id)
  })

  it('is taken back once', async () => {
    const { first, second } = await twoIncidents()
    value(await merge({ incidentId: second.id, intoId: first.id }))
    const changeId = await lastChange()
    const both = await Promise.all([undoJoin(as('rsj'), { changeId }), undoJoin(as('zfw'), { changeId })])
    expect(both.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)).sort()).toEqual([
      'already_undone',
      'ok',
    ])
  })

  it('waits for a later change of the same incidents to be taken back first', async () => {
    const { first, second } = await twoIncidents()
    const before = (await incidents()).map(shown)
    value(await merge({ incidentId: second.id, intoId: first.id }))
    const merging = await lastChange()
    await room.clock.forward('1m')
    const detail = value(await readIncident(as('rsj'), { incidentId: first.id }))
    value(await splitIncident(as('rsj'), { incidentId: first.id, postId: detail.posts[0]?.id ?? '' }))
    const split = await lastChange()
    expect(await undoJoin(as('rsj'), { changeId: merging })).toMatchObject({
      refusal: { code: 'changed_since' },
    })
    value(await undoJoin(as('rsj'), { changeId: split }))
    value(await undoJoin(as('rsj'), { changeId: merging }))
    expect((await incidents()).map(shown)).toEqual(before)
  })
})

describe('a post split off', () => {
  async function oneOfTwo() {
    const [forum, hotline] = [await room.feed('本地论坛'), await room.feed('12345 热线', '12345')]
    await forum.publishes(puyuan)
    await room.clock.forward('1m')
    await hotline.publishes('来电反映濮院鑫禾毛衫厂门口约60人聚集讨薪')
    const incident = await room.onlyIncident()
    const detail = value(await readIncident(as('rsj'), { incidentId: incident.id }))
    return { incident, newest: detail.posts[0]?.id ?? '', forum }
  }

  it('opens an incident of its own with its own alerts; the rest is told anew', async () => {
    const { incident, newest } = await oneOfTwo()
    const opened = value(await splitIncident(as('rsj'), { incidentId: incident.id, postId: newest }))
    const [one, two] = await incidents()
    expect(one).toMatchObject({ id: incident.id, postCount: 1, sources: ['本地论坛'], collective: [] })
    expect(two).toMatchObject({ id: opened.id, postCount: 1, sources: ['12345 热线'] })
    expect(two && alertOf(two, 'zfw')).toMatchObject({ state: 'unaccepted', rung: 0 })
  })

  it('goes back and leaves the incident exactly as it was', async () => {
    const { incident, newest } = await oneOfTwo()
    value(await splitIncident(as('rsj'), { incidentId: incident.id, postId: newest }))
    value(await undoJoin(as('rsj'), { changeId: await lastChange() }))
    expect(shown(await room.onlyIncident())).toEqual(shown(incident))
  })

  it('goes back with what was accepted meanwhile', async () => {
    const { incident, newest } = await oneOfTwo()
    const opened = value(await splitIncident(as('rsj'), { incidentId: incident.id, postId: newest }))
    value(await acceptAlert(as('xcb'), { alertId: alertOf(opened, 'xcb').id }))
    value(await undoJoin(as('rsj'), { changeId: await lastChange() }))
    expect(alertOf(await room.onlyIncident(), 'xcb').state).toBe('accepted')
  })

  it('cannot be the only one, and cannot be split off twice', async () => {
    const { incident, newest } = await oneOfTwo()
    value(await splitIncident(as('rsj'), { incidentId: incident.id, postId: newest }))
    const again = await splitIncident(as('rsj'), { incidentId: incident.id, postId: newest })
    expect(again).toMatchObject({ refusal: { code: 'post_elsewhere' } })
    const detail = value(await readIncident(as('rsj'), { incidentId: incident.id }))
    const last = await splitIncident(as('rsj'), {
      incidentId: incident.id,
      postId: detail.posts[0]?.id ?? '',
    })
    expect(last).toMatchObject({ refusal: { code: 'only_post' } })
  })

  it('draws its own copies from then on', async () => {
    const { incident, newest, forum } = await oneOfTwo()
    const opened = value(await splitIncident(as('rsj'), { incidentId: incident.id, postId: newest }))
    await forum.publishes('转：濮院鑫禾毛衫厂门口约60人聚集讨薪，来电反映的')
    const two = (await incidents()).find(({ id }) => id === opened.id)
    expect(two?.postCount).toBe(2)
  })
})
