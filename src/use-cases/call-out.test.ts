import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { answerCallOut } from './answer-call-out.ts'
import { approveRelease } from './approve-release.ts'
import { readHandling } from './read-handling.ts'
import { readReleases } from './read-releases.ts'
import { readTasks } from './read-tasks.ts'
import { recordFollowUp } from './record-follow-up.ts'
import { recordStep } from './record-step.ts'
import { sendCallOut } from './send-call-out.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const as = (agency: string, role: 'duty' | 'leader' | 'office' = 'duty') =>
  room.contextOf(room.officer(agency, role))
const given = <Value>(
  answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } },
): Value => {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const handling = async () => given(await readHandling(as('rsj'), { incidentId }))
const everyone = async () => (await handling()).toCall.map(({ agency, post }) => ({ agency, post }))
const called = async (agency: string) => {
  const found = (await handling()).called.find((one) => one.agency === agency)
  if (!found) throw new Error(`${agency} was not called`)
  return found
}

describe('one press calls by role', () => {
  it('those the list names for the kind and the place, and tells it once', async () => {
    expect(given(await sendCallOut(as('rsj'), { incidentId, posts: await everyone() }))).toEqual({
      sent: 6,
      waits: false,
    })
    const after = await handling()
    expect(after.toCall).toEqual([])
    expect(after.called.map(({ agency, state }) => `${agency} ${state}`)).toContain('gaj called')
    const told = await room.db.select().from(event).where(eq(event.name, 'callout.sent'))
    expect(told).toHaveLength(1)
    expect(told[0]?.route).toEqual(expect.arrayContaining(['zjfy', 'gaj', 't330483']))
  })

  it('nobody twice, though two officers press at once', async () => {
    const posts = await everyone()
    const both = await Promise.all([
      sendCallOut(as('rsj'), { incidentId, posts }),
      sendCallOut(as('zfw'), { incidentId, posts }),
    ])
    expect(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()).toEqual(['already_called', 'ok'])
    expect((await handling()).called).toHaveLength(6)
  })

  it.each([
    ['a post the list does not name', [{ agency: 'swj', post: '值班员' }], 'rsj', 'not_on_call_out_list'],
    ['another territory', [{ agency: 'rsj', post: '带班领导' }], 't330482', 'not_your_agency'],
  ])('refuses %s', async (_name, posts, agency, code) => {
    expect(await sendCallOut(as(agency), { incidentId, posts })).toMatchObject({ refusal: { code } })
  })

  it('more than ten only when a second person agrees', async () => {
    await room.db
      .update(incident)
      .set({ collective: ['gathered'], danger: ['roof'], project: '示例花苑三期' })
      .where(eq(incident.id, incidentId))
    const posts = await everyone()
    expect(posts.length).toBeGreaterThan(10)
    expect(given(await sendCallOut(as('rsj'), { incidentId, posts }))).toEqual({ sent: 0, waits: true })
    expect((await handling()).called).toEqual([])
    const [asked] = given(await readReleases(as('zfw', 'leader')))
    if (!asked) throw new Error('nobody was asked')
    expect(asked.kind).toBe('mass_call_out')
    given(await approveRelease(as('zfw', 'leader'), { releaseId: asked.id, version: asked.version }))
    expect((await handling()).called).toHaveLength(posts.length)
  })
})

describe('a called post', () => {
  beforeEach(async () => {
    given(await sendCallOut(as('rsj'), { incidentId, posts: await everyone() }))
  })
  const answer = async (agency: string, said: 'come' | 'arrive' | 'decline', note: string | null = null) =>
    answerCallOut(as(agency), { calledId: (await called(agency)).id, answer: said, etaMinutes: 15, note })

  it('says it is on the way and then that it is there, with its times', async () => {
    await room.clock.forward('3m')
    given(await answer('gaj', 'come'))
    await room.clock.forward('12m')
    expect(given(await answer('gaj', 'arrive'))).toMatchObject({
      state: 'arrived',
      etaMinutes: 15,
      answeredAt: '2026-11-23T06:03:00.000Z',
      arrivedAt: '2026-11-23T06:15:00.000Z',
      answeredBy: { post: 'gaj duty' },
    })
  })

  it('finds the call in its own list though it is not on the route, until it is there', async () => {
    expect(given(await readTasks(as('zjfy'))).calls).toMatchObject([{ post: '执行值班员', state: 'called' }])
    given(await answer('zjfy', 'arrive'))
    expect(given(await readTasks(as('zjfy'))).calls).toEqual([])
  })

  it('cannot stay away without a reason, nor be answered for by others', async () => {
    expect(await answer('gaj', 'decline')).toMatchObject({ refusal: { code: 'reason_needed' } })
    given(await answer('gaj', 'decline', '警力在另一现场'))
    const { id } = await called('gaj')
    const more = { calledId: id, answer: 'arrive' as const, etaMinutes: null, note: null }
    expect(await answerCallOut(as('rsj'), more)).toMatchObject({ refusal: { code: 'not_your_agency' } })
    given(await answerCallOut(as('gaj'), more))
    expect(await answerCallOut(as('gaj'), more)).toMatchObject({
      refusal: { code: 'wrong_state', details: { state: 'arrived' } },
    })
  })
})

describe('a follow-up report', () => {
  const calm = { hotter: false, spreading: false, growing: false, changing: false }
  const report = (more: object = {}, agency = 'rsj') =>
    recordFollowUp(as(agency), {
      incidentId,
      answers: calm,
      evidence: '现场清点，人数未增',
      note: null,
      ...more,
    })

  it('is not recorded without the four 不', async () => {
    expect(await report({ answers: { ...calm, growing: null } })).toMatchObject({
      refusal: { code: 'four_nots_missing' },
    })
    expect(await report({ evidence: '' })).toMatchObject({ refusal: { code: 'evidence_needed' } })
    expect(await recordStep(as('rsj'), { incidentId, step: 'follow_up', note: '已报' })).toMatchObject({
      refusal: { code: 'not_recorded_by_hand' },
    })
    expect((await handling()).nots).toBeNull()
  })

  it('sets them, stops its clock, starts the next, and keeps since when something has been happening', async () => {
    await room.clock.forward('4m')
    const first = given(await report({ answers: { ...calm, spreading: true } }))
    expect(first.step).toMatchObject({ step: 'follow_up', doneAt: '2026-11-23T06:04:00.000Z' })
    await room.clock.forward('3h')
    given(await report({ answers: { ...calm, spreading: true, growing: true } }))
    expect((await handling()).nots).toMatchObject({
      answers: { spreading: true, growing: true, hotter: false },
      since: { spreading: '2026-11-23T06:04:00.000Z', growing: '2026-11-23T09:04:00.000Z', hotter: null },
    })
    const told = await room.db.select().from(event).where(eq(event.name, 'four_nots.set'))
    expect(told.map(({ data }) => (data as { newly: string[] }).newly)).toEqual([['spreading'], ['growing']])
    const { steps } = await room.onlyIncident()
    expect(steps.find(({ step }) => step === 'follow_up')?.doneAt).toBeNull()
  })

  it('raises the proposed grade by one while something stirs, and takes it back when all is calm', async () => {
    expect((await room.onlyIncident()).grade).toBe('III')
    given(await report({ answers: { ...calm, hotter: true } }))
    expect(await room.onlyIncident()).toMatchObject({
      grade: 'II',
      gradeReason: {
        modifiers: [{ rule: 'four_nots' }, { rule: 'season' }, { rule: 'single_source' }],
      },
    })
    await room.clock.forward('2h')
    given(await report())
    expect((await room.onlyIncident()).grade).toBe('III')
    const regraded = await room.db.select().from(event).where(eq(event.name, 'incident.regraded'))
    expect(regraded.map(({ data }) => (data as { to: string }).to)).toEqual(['II', 'III'])
  })

  it('is for those on the ground and who report upwards', async () => {
    expect(await report({}, 'xcb')).toMatchObject({ refusal: { code: 'not_your_agency' } })
    expect(await report({}, 't330482')).toMatchObject({ refusal: { code: 'not_your_agency' } })
    given(await report({}, 't330483'))
  })

  it('keeps no personal data', async () => {
    given(await report({ evidence: '工人代表电话199 0000 0000，情绪平稳' }))
    expect((await handling()).nots?.evidence).not.toContain('0000')
  })
})
