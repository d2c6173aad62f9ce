import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { post, seenPost } from '#store/tables/post.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'

describe('a post becomes an incident', () => {
  let room: Scenario
  beforeAll(async () => {
    room = await openScenario()
  })
  afterAll(() => room.drop())

  it('opens an incident on the map and alerts the three first-line agencies, the factory’s unit and the territory at the same second', async () => {
    const forum = await room.feed('本地论坛')
    await forum.publishes('求助，桐乡濮院一家毛衫厂老板跑路了，我们38个工友两个月工资一分没发，一共65.4万')
    const incident = await room.onlyIncident()
    expect(incident.place?.name).toBe('濮院镇')
    expect(incident.number).toBe('1123-01')
    expect(incident.alerts.map(({ agency }) => agency)).toEqual(['zfw', 'xcb', 'rsj', 'jxw', 't330483'])
    expect(new Set(incident.alerts.map(({ raisedAt }) => raisedAt)).size).toBe(1)
    expect(incident.workers).toEqual({ min: 38, max: 38 })
    expect(incident.amountYuan).toEqual({ min: 654_000, max: 654_000 })
  })

  it('says which rule proposed the grade, and what moved it', async () => {
    const { grade, gradeReason } = await room.onlyIncident()
    expect(gradeReason).toMatchObject({ base: 'III', rule: 'III_fled' })
    expect(gradeReason.modifiers.map(({ rule }) => rule)).toEqual(['season', 'single_source'])
    expect(grade).toBe('III')
  })

  it('joins the same event told by the hotline, and corroboration lifts the grade', async () => {
    const hotline = await room.feed('12345 热线', '12345')
    await hotline.publishes('来电反映桐乡濮院镇一家毛衫厂老板跑路，拖欠工资两个月，三十多号人')
    const incident = await room.onlyIncident()
    expect(incident.postCount).toBe(2)
    expect(incident.sources).toEqual(['本地论坛', '12345 热线'])
    expect(incident.workers?.min).toBe(38)
    expect(incident.grade).toBe('II')
  })

  it('does not join what happened in another town', async () => {
    const forum = await room.feed('贴吧')
    await forum.publishes('海宁许村一家布艺厂拖欠工资三个月，22个工人没拿到钱')
    const { incidents } = await room.board()
    expect(incidents.map(({ place }) => place?.name).sort()).toEqual(['濮院镇', '许村镇'].sort())
  })

  it('joins two reports that name the same employer, however differently they are told', async () => {
    const [forum, hotline] = [await room.feed('乡音'), await room.feed('12333 热线', '12333')]
    const before = (await room.board()).incidents.length
    await forum.publishes('濮院示例恒远针织厂的老板人都找不到了，工资拖了俩月')
    await hotline.publishes('来电人称在桐乡濮院镇示例恒远针织厂上班，26名员工的工资至今未付')
    const { incidents } = await room.board()
    expect(incidents.length).toBe(before + 1)
    expect(incidents.find(({ employer }) => employer === '示例恒远针织厂')?.postCount).toBe(2)
  })

  it('joins the same words passed on elsewhere without any place', async () => {
    const first = await room.feed('微博')
    const second = await room.feed('短视频')
    const text = '干了半年活，老板就是不给工钱，班组19个人的血汗钱一分没拿到，打电话也不接了'
    const before = (await room.board()).incidents.length
    await first.publishes(text)
    await second.publishes(`转发扩散！${text}`)
    expect((await room.board()).incidents.length).toBe(before + 1)
  })

  it('keeps only fingerprint, source and time of a post that is not about arrears', async () => {
    const before = await room.db.$count(post)
    const seen = await room.db.$count(seenPost)
    const forum = await room.feed('生活圈')
    const taken = await forum.publishes('今天南湖边桂花开了，晚上去散步的人真多')
    expect(taken).toEqual({ taken: 1, known: 0, kept: 0, flagged: 0 })
    expect(await room.db.$count(post)).toBe(before)
    expect(await room.db.$count(seenPost)).toBe(seen + 1)
    expect(Object.keys((await room.db.select().from(seenPost))[0] ?? {})).toEqual([
      'sourceId',
      'fingerprint',
      'seenAt',
    ])
  })

  it('takes the same item in once, however often the feed repeats it', async () => {
    const forum = await room.feed('重复的论坛')
    const text = '平湖新埭一家箱包厂欠了我们12个人四个月工资'
    const first = await forum.publishes(text, { externalId: 'a' })
    const again = await forum.publishes(text, { externalId: 'a' })
    expect([first.taken, again.taken, again.known]).toEqual([1, 0, 1])
  })

  it('leaves an archive of old posts to a person instead of waking anybody', async () => {
    const before = (await room.board()).incidents.length
    const archive = await room.feed('旧帖')
    await archive.publishes('嘉善姚庄一家厂拖欠工资半年，40个工人', {
      publishedAt: new Date('2026-09-01T00:00:00Z'),
    })
    expect((await room.board()).incidents.length).toBe(before)
  })

  it('wakes the agencies for danger to life even when no wage word is said, and 公安 with them', async () => {
    const forum = await room.feed('路人')
    await forum.publishes('海宁长安镇花苑三期工地有个工人爬到塔吊上不肯下来，快来人')
    const { incidents } = await room.board()
    const danger = incidents.find(({ place }) => place?.name === '长安镇')
    expect(danger?.danger).toEqual(['height'])
    expect(danger?.alerts.map(({ agency }) => agency)).toContain('gaj')
    expect(danger?.gradeReason.rule).toBe('II_life')
  })

  it('does not open an incident for a place elsewhere', async () => {
    const before = (await room.board()).incidents.length
    const forum = await room.feed('外地')
    await forum.publishes('深圳平湖一家工厂拖欠工资，工人堵门')
    expect((await room.board()).incidents.length).toBe(before)
  })
})
