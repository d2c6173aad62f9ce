import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alert } from '#store/tables/alert.ts'
import { event } from '#store/tables/event.ts'
import { incident } from '#store/tables/incident.ts'
import { post } from '#store/tables/post.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { readIncident } from './read-incident.ts'
import { reindexIncidents } from './reindex-incidents.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const told = async (name: string) =>
  (await room.db.select().from(event).where(eq(event.name, name)).orderBy(asc(event.id))).map(
    ({ data }) => data,
  )

describe('one event from 12345, 110 and online', () => {
  it.each([
    [
      '来电反映：桐乡市濮院镇鑫禾制衣有限公司拖欠38名员工两个月工资，合计65.4万元',
      '110接警：濮院鑫禾制衣厂门口有约40名工人聚集讨薪',
      '濮院鑫禾制衣的老板跑路了，两个月工资一分没发，大家都在厂门口',
    ],
    [
      '来电人反映海宁长安镇幸福花苑项目拖欠木工班组工资21.6万元',
      '长安镇幸福花苑工地有人爬上塔吊，称工资未付',
      '幸福花苑工地的木工讨薪，21.6万工钱拖到现在',
    ],
    [
      '油车港镇一家电子厂拖欠26名工人工资三个月，合计31.2万元',
      '油车港一家电子厂门口26名工人讨要工资',
      '油车港电子厂26个人三个月工资没发，31.2万，谁来管',
    ],
  ])('is one incident with three sources: %s', async (hotline, police, online) => {
    await (await room.feed('12345 热线', '12345')).publishes(hotline)
    await (await room.feed('110', '110')).publishes(police)
    await (await room.feed('本地论坛')).publishes(online)
    const one = await room.onlyIncident()
    expect(one).toMatchObject({ postCount: 3, sources: ['12345 热线', '110', '本地论坛'], online: true })
    const rows = await room.db.select().from(post).orderBy(asc(post.receivedAt))
    for (const { joinReason } of rows.slice(1)) expect(joinReason?.facts.points).toBeGreaterThanOrEqual(5)
  })
})

describe('a further post about a resolved incident', () => {
  const text = '桐乡濮院鑫禾制衣有限公司拖欠38名员工两个月工资'
  async function resolved() {
    const forum = await room.feed('本地论坛')
    await forum.publishes(text)
    const one = await room.onlyIncident()
    const pressed = await acceptAlert(room.contextOf(room.officer('xcb')), {
      alertId: alertOf(one, 'xcb').id,
    })
    expect(pressed.ok).toBe(true)
    await room.db.update(incident).set({ state: 'closed', closedAt: room.clock.now() })
    await room.db.update(alert).set({ nextStepAt: null })
    return { one, forum }
  }

  it('opens it again within a week and asks every agency anew', async () => {
    const { one, forum } = await resolved()
    await room.clock.forward('3d')
    await forum.publishes('濮院鑫禾制衣厂工资还是没发，38个人等着')
    const again = await room.onlyIncident()
    expect(again).toMatchObject({ id: one.id, postCount: 2, state: 'open' })
    expect(alertOf(again, 'xcb')).toMatchObject({
      state: 'unaccepted',
      rung: 0,
      raisedAt: room.clock.now().toISOString(),
    })
    expect(await told('incident.reopened')).toHaveLength(1)
    expect(await told('alert.raised')).toHaveLength(2)
  })

  it('opens a new one later, linked to it', async () => {
    const { one, forum } = await resolved()
    await room.clock.forward('30d')
    await forum.publishes('濮院鑫禾制衣厂拖欠工资，38个人等着')
    const next = await room.onlyIncident()
    expect(next.id).not.toBe(one.id)
    expect(next.linkedTo).toBe(one.id)
    const detail = await readIncident(room.contextOf(room.officer('rsj')), { incidentId: next.id })
    expect(detail.ok && detail.value.related).toMatchObject({ id: one.id, number: one.number })
    expect(detail.ok && detail.value.posts[0]?.joinReason.rule).toBe('long_resolved')
  })

  it('leaves alone what a drill cleared from its stage', async () => {
    const { one, forum } = await resolved()
    await room.db.update(incident).set({ closedAt: null })
    await forum.publishes('濮院鑫禾制衣厂工资还是没发，38个人等着')
    const next = await room.onlyIncident()
    expect([next.id === one.id, next.linkedTo]).toEqual([false, null])
  })
})

describe('an incident that spreads', () => {
  const text = '濮院鑫禾毛衫厂老板跑路了，拖欠38个工人两个月工资'
  it('says so once for each level, with what was expected', async () => {
    const forum = await room.feed('本地论坛')
    for (let n = 0; n < 30; n += 1) await forum.isSent(`${'大家看看！'.repeat(n % 4)}${text}，第${n}次求助`)
    await room.correlate()
    const one = await room.onlyIncident()
    expect(one).toMatchObject({ postCount: 30, spreadLevel: 2 })
    const levels = (await told('incident.spreading')).map((data) => {
      const { level, rule, posts, expected } = data as {
        level: number
        rule: string
        posts: number
        expected: number
      }
      expect(posts).toBeGreaterThan(expected)
      return [level, rule]
    })
    expect(levels).toEqual([
      [1, 'growth'],
      [2, 'growth'],
    ])
  })

  it('has reached its public on the third platform within two hours', async () => {
    for (const platform of ['微博', '短视频', '贴吧'])
      await (await room.feed(platform)).publishes(`${text}。${platform}`)
    expect(await told('incident.spreading')).toMatchObject([{ level: 1, rule: 'reach', platforms: 3 }])
    const one = await room.onlyIncident()
    const detail = await readIncident(room.contextOf(room.officer('rsj')), { incidentId: one.id })
    if (!detail.ok) throw new Error(detail.refusal.code)
    expect(detail.value.spread).toMatchObject({ level: 1, platforms: ['微博', '短视频', '贴吧'].sort() })
    expect(detail.value.spread?.hours).toHaveLength(24)
    expect(detail.value.spread?.hours.at(-1)?.count).toBe(3)
  })

  it('is quiet when the same posts come over days', async () => {
    const forum = await room.feed('本地论坛')
    for (let n = 0; n < 12; n += 1) {
      await forum.publishes(`${text}，第${n}天`)
      await room.clock.forward('12h')
    }
    expect(await told('incident.spreading')).toEqual([])
  })
})

describe('the index', () => {
  it('is made anew from the posts, and a further post finds its incident again', async () => {
    const forum = await room.feed('本地论坛')
    await forum.publishes('濮院鑫禾毛衫厂拖欠38个工人两个月工资，老板不见人')
    await forum.publishes('海宁许村一家布艺厂拖欠工资三个月，22个工人没拿到钱')
    const index = async () => ({
      posts: await room.db.select({ id: post.id, bands: post.bands }).from(post).orderBy(asc(post.id)),
      names: await room.db
        .select({ id: incident.id, keys: incident.nameKeys })
        .from(incident)
        .orderBy(asc(incident.id)),
    })
    const before = await index()
    await room.db.update(post).set({ bands: null })
    await room.db.update(incident).set({ nameKeys: [] })
    expect(await reindexIncidents(room.contextOf())).toBe(2)
    expect(await index()).toEqual(before)
    await forum.publishes('鑫禾毛衫有限公司拖欠工资两个月')
    expect((await room.board()).incidents.map(({ postCount }) => postCount).sort()).toEqual([1, 2])
  })
})

describe('a storm', () => {
  it('of posts about one event is one incident, remembers a few texts, and refuses none', async () => {
    const forum = await room.feed('本地论坛')
    for (let n = 0; n < 120; n += 1)
      await forum.isSent(`濮院鑫禾毛衫厂拖欠38个工人两个月工资，编号${n}，${'快来管'.repeat(n % 5)}`)
    expect(await room.correlate()).toBe(120)
    const one = await room.onlyIncident()
    expect(one.postCount).toBe(120)
    const rows = await room.db.select().from(post)
    expect(rows.every(({ state }) => state === 'joined')).toBe(true)
    expect(rows.filter(({ bands }) => bands !== null).length).toBeLessThanOrEqual(12)
  })
})
