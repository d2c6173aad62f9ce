import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { refreshIncidentRules } from '#store/incident-rules.ts'
import { event } from '#store/tables/event.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { approveRelease } from './approve-release.ts'
import { endDanger } from './end-danger.ts'
import { readAssessment } from './read-assessment.ts'
import { regradeIncident } from './regrade-incident.ts'
import { stateFact } from './state-fact.ts'

/** Outside every season, so that a grade is what the lines make of it. */
const summer = '2026-07-01T02:00:00Z'
const claim = '桐乡濮院镇某某毛衫厂欠我们三十五个人三个月工资，没人管'
const more = '濮院镇某某毛衫厂欠薪三个月，三十五个工人今天堵路讨说法'

let room: Scenario
let rsj: Person
beforeEach(async () => {
  room = await openScenario(summer)
  await refreshIncidentRules(room.db)
  rsj = room.officer('rsj')
})
afterEach(() => room.drop())

const hotline = () => room.feed('12345 热线', '12345')
const saying = (grade: IncidentView['grade'], seen: IncidentView['grade'], reason: string | null = null) => ({
  grade,
  seen,
  reason,
})
async function regrade(who: Person, word: ReturnType<typeof saying>): Promise<'decided' | 'asked' | string> {
  const { id } = await room.onlyIncident()
  const answer = await regradeIncident(room.contextOf(who), { incidentId: id, ...word })
  return answer.ok ? answer.value.state : answer.refusal.code
}
async function grade(): Promise<string> {
  const { grade, gradeReason } = await room.onlyIncident()
  return `${grade} by ${gradeReason.rule}`
}
async function told(name: string) {
  const rows = await room.db.select().from(event).where(eq(event.name, name)).orderBy(asc(event.id))
  return rows.map(({ data }) => data as Record<string, unknown>)
}

describe('a person’s word about the grade', () => {
  it('confirms what is proposed; the next telling of the same changes nothing', async () => {
    const line = await hotline()
    await line.publishes(claim)
    expect(await grade()).toBe('III by III_unpaid')
    expect(await regrade(rsj, saying('III', 'III'))).toBe('decided')
    await line.publishes(`${claim}，再反映一次`)
    expect((await room.onlyIncident()).gradeDecision).toEqual({ grade: 'III', proposed: 'III' })
    expect((await told('incident.grade_decided'))[0]).toMatchObject({
      kind: 'confirmed',
      from: 'III',
      to: 'III',
    })
  })

  it('lowers with a reason, and is overtaken by graver facts, never by the same ones', async () => {
    const line = await hotline()
    await line.publishes(claim)
    expect(await regrade(rsj, saying('IV', 'III'))).toBe('reason_needed')
    expect(await regrade(rsj, saying('IV', 'III', '到场核实，在册 12 人'))).toBe('decided')
    expect((await room.onlyIncident()).grade).toBe('IV')
    await line.publishes(`${claim}，还是没人管`)
    expect((await room.onlyIncident()).grade).toBe('IV')
    await line.publishes(more)
    expect(await grade()).toBe('II by II_blocked')
    const { id } = await room.onlyIncident()
    const read = await readAssessment(room.contextOf(rsj), { incidentId: id })
    expect(read.ok && read.value).toMatchObject({
      standing: 'overtaken',
      proposal: { grade: 'II' },
      decision: { grade: 'IV', proposed: 'III', by: { agency: 'rsj' } },
    })
  })

  it('is not taken about a proposal that has changed since it was seen', async () => {
    const line = await hotline()
    await line.publishes(claim)
    await line.publishes(more)
    expect(await regrade(rsj, saying('IV', 'III', '到场核实，在册 12 人'))).toBe('facts_changed_since')
  })

  it('is the first line’s to give, not the territory’s nor a process’s', async () => {
    await (await hotline()).publishes(claim)
    const town: Person = { ...room.officer('t330483'), territory: 't330483' }
    expect(await regrade(town, saying('III', 'III'))).toBe('not_your_agency')
    const { id } = await room.onlyIncident()
    const answer = await regradeIncident(room.contextOf(), { incidentId: id, ...saying('III', 'III') })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'role_may_not' } })
  })

  it('hides personal data in the reason', async () => {
    await (await hotline()).publishes(claim)
    await regrade(rsj, saying('IV', 'III', '老板已来电 19900000000'))
    expect(String((await told('incident.grade_decided'))[0]?.reason)).not.toContain('19900000000')
  })
})

describe('grade Ⅰ by hand', () => {
  it('waits for a second person and is then set, with both in the record', async () => {
    await (await hotline()).publishes(claim)
    expect(await regrade(rsj, saying('I', 'III', '现场已失控，请求提级'))).toBe('asked')
    expect((await room.onlyIncident()).grade).toBe('III')
    const [asked] = (await told('release.asked')) as { release: { id: string; version: number } }[]
    if (!asked) throw new Error('nobody was asked')
    const { id: releaseId, version } = asked.release
    const own = await approveRelease(room.contextOf(rsj), { releaseId, version })
    expect(own).toMatchObject({ refusal: { code: 'own_request' } })
    expect((await approveRelease(room.contextOf(room.officer('zfw')), { releaseId, version })).ok).toBe(true)
    const incident = await room.onlyIncident()
    expect(incident.grade).toBe('I')
    expect(alertOf(incident, 'zfw').limitSeconds).toBe(300)
    expect((await told('incident.grade_decided'))[0]).toMatchObject({
      kind: 'raised',
      by: { agency: 'rsj' },
      secondBy: { agency: 'zfw' },
    })
  })

  it('is confirmed by one where the rules propose it', async () => {
    await (await hotline()).publishes('濮院镇某某毛衫厂欠薪，三百二十个工人没拿到工资')
    expect(await regrade(rsj, saying('I', 'I'))).toBe('decided')
    expect(await regrade(rsj, saying('II', 'I', '核实后为一百余人'))).toBe('asked')
  })
})

describe('facts officers state', () => {
  const state = async (fact: Parameters<typeof stateFact>[1]['fact'], value: number | boolean | null) => {
    const { id } = await room.onlyIncident()
    const answer = await stateFact(room.contextOf(rsj), { incidentId: id, fact, value })
    return answer.ok ? 'ok' : answer.refusal.code
  }

  it('propose the grade anew, with who said so; three dead hand over to the general plan', async () => {
    await (await hotline()).publishes(claim)
    expect(await state('dead', 1)).toBe('ok')
    expect(await grade()).toBe('I by I_dead')
    expect((await room.onlyIncident()).gradeReason.generalPlan).toBeUndefined()
    await state('dead', 3)
    expect((await room.onlyIncident()).gradeReason.generalPlan).toBe(true)
    const read = await readAssessment(room.contextOf(rsj), { incidentId: (await room.onlyIncident()).id })
    expect(read.ok && read.value.stated).toMatchObject([{ fact: 'dead', value: 3, by: { agency: 'rsj' } }])
    expect((await told('incident.regraded')).at(-1)).toMatchObject({ from: 'III', to: 'I' })
  })

  it('taken back, the grade falls to what the rest proposes', async () => {
    await (await hotline()).publishes(claim)
    await state('provincePetition', true)
    expect(await grade()).toBe('II by II_petition')
    await state('provincePetition', null)
    expect(await grade()).toBe('III by III_unpaid')
  })

  it('a number is no yes and a yes no number', async () => {
    await (await hotline()).publishes(claim)
    expect(await state('dead', true)).toBe('fact_not_understood')
    expect(await state('violence', 2)).toBe('fact_not_understood')
  })

  it('three platforms within two hours reach the line', async () => {
    for (const name of ['甲论坛', '乙论坛', '丙论坛']) {
      await (await room.feed(name)).publishes(`${name}网友：濮院镇某某毛衫厂欠我三个月工资`)
    }
    expect(await grade()).toBe('III by III_platforms')
  })
})

describe('danger to life', () => {
  const crane = '濮院镇幸福花苑工地欠薪，有人爬上塔吊了'

  it('goes to the police first, with the shortest clock and a sound of its own', async () => {
    await (await room.feed('本地论坛')).publishes(crane)
    const { alerts } = await room.onlyIncident()
    expect(alerts.map(({ agency }) => agency).slice(0, 4)).toEqual(['gaj', 'zfw', 'xcb', 'rsj'])
    const limits = alerts.map(({ limitSeconds }) => limitSeconds)
    expect(limits[0]).toBe(300)
    expect(Math.min(...limits)).toBe(300)
    expect(limits[1]).toBeGreaterThan(300)
    expect(await told('alert.raised')).toMatchObject([{ sound: 'life' }])
    expect(await told('incident.alarmed')).toMatchObject([{ danger: ['height'], sound: 'life' }])
  })

  it('found later, it is an alarm then, and the police come to the front', async () => {
    const line = await hotline()
    await line.publishes('濮院镇幸福花苑工地拖欠十二个人工资')
    await line.publishes('濮院镇幸福花苑工地欠薪，现在有人爬上塔吊了')
    expect((await room.onlyIncident()).alerts[0]?.agency).toBe('gaj')
    expect(await told('incident.alarmed')).toHaveLength(1)
    expect(await told('alert.raised')).toMatchObject([{}, { sound: 'life' }])
  })

  it('ends when an officer says the scene is calm, and begins again with news of danger', async () => {
    const forum = await room.feed('本地论坛')
    await forum.publishes(crane)
    const { id } = await room.onlyIncident()
    const calm = () => endDanger(room.contextOf(rsj), { incidentId: id, note: '人已劝下' })
    expect((await calm()).ok).toBe(true)
    expect((await room.onlyIncident()).dangerOver).toBe(true)
    expect(await calm()).toMatchObject({ refusal: { code: 'no_danger' } })
    await forum.publishes(crane, { externalId: 'copied' })
    expect((await room.onlyIncident()).dangerOver).toBe(true)
    await forum.publishes('濮院镇幸福花苑工地欠薪，今天有人站在楼顶要跳下去，楼下围了很多人，至今没有说法')
    expect((await room.onlyIncident()).dangerOver).toBe(false)
    expect(await told('incident.alarmed')).toHaveLength(2)
  })

  it('stated by an officer, it is the same alarm', async () => {
    await (await hotline()).publishes(claim)
    const { id } = await room.onlyIncident()
    await stateFact(room.contextOf(rsj), { incidentId: id, fact: 'danger', value: true })
    const incident = await room.onlyIncident()
    expect([incident.grade, incident.alerts[0]?.agency]).toEqual(['II', 'gaj'])
    expect(await told('incident.alarmed')).toHaveLength(1)
  })
})
