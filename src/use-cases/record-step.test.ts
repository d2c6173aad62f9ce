import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { readIncident } from './read-incident.ts'
import { recordStep } from './record-step.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const done = (agency: string, more: object = {}) =>
  recordStep(room.contextOf(room.officer(agency)), { incidentId, step: 'on_site', note: '已到厂', ...more })

describe('a step that is done', () => {
  it('is noted with its time, its post and its note, and stands in the timeline', async () => {
    await room.clock.forward('20m')
    expect(await done('t330483')).toMatchObject({
      ok: true,
      value: {
        step: 'on_site',
        doneAt: room.clock.now().toISOString(),
        doneBy: { post: 't330483 duty', agency: 't330483' },
        note: '已到厂',
      },
    })
    const read = await readIncident(room.contextOf(room.officer('xcb')), { incidentId })
    if (!read.ok) throw new Error(read.refusal.code)
    expect(read.value.timeline[0]).toMatchObject({
      name: 'step.done',
      details: { step: 'on_site', note: '已到厂' },
    })
  })

  it('keeps no personal data an officer has typed', async () => {
    const answer = await done('t330483', {
      note: '联系人：诸葛样本，电话 199 0000 0000，微信号wx_synthetic77',
    })
    if (!answer.ok) throw new Error(answer.refusal.code)
    expect(answer.value.note).not.toMatch(/样本|0000|synthetic77/)
    expect(answer.value.note).toMatch(/联系人/)
  })

  it('is noted once; the second is told who and when', async () => {
    const both = await Promise.all([done('t330483'), done('rsj')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const [second] = both.flatMap((one) => (one.ok ? [] : [one.refusal]))
    expect(second).toMatchObject({ code: 'already_done', details: { at: room.clock.now().toISOString() } })
  })

  it.each<[string, string, object, string]>([
    ['an agency that is not on the route', 'gaj', {}, 'not_your_agency'],
    ['another territory', 't330482', {}, 'not_your_agency'],
    [
      'an incident that is not there',
      'rsj',
      { incidentId: '00000000-0000-4000-8000-000000000000' },
      'no_such_incident',
    ],
  ])('is refused for %s', async (_, agency, more, code) => {
    expect(await done(agency, more)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('is nothing a process can say', async () => {
    const answer = await recordStep(room.contextOf(), { incidentId, step: 'on_site', note: null })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'role_may_not' } })
  })
})
