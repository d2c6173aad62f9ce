import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { acceptAlert as accept } from '#domain/alert/alert.ts'
import { leaseFor } from '#domain/alert/lease.ts'
import { lockAlert, saveAlert } from '#store/alerts.ts'
import type { Database } from '#store/database.ts'
import { post } from '#store/tables/post.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { correlatePosts } from './correlate-posts.ts'

const arrears = '桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

describe('two correlators at once', () => {
  it('open one incident for two posts about one event', async () => {
    const [forum, blog] = [await room.feed('本地论坛'), await room.feed('微博')]
    await forum.isSent(arrears)
    await blog.isSent(`转发：${arrears}`)
    const joined = await Promise.all([room.correlate(), room.correlate()])
    expect(joined[0] + joined[1]).toBe(2)
    expect((await room.onlyIncident()).postCount).toBe(2)
  })

  it('correlate each of forty posts once, and number the day’s incidents without a gap', async () => {
    const forum = await room.feed('本地论坛')
    for (let n = 0; n < 40; n += 1) {
      await forum.isSent(
        `嘉善姚庄某某${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'子丑寅卯'[Math.floor(n / 10)]}箱包有限公司拖欠工资三个月`,
      )
    }
    await Promise.all(Array.from({ length: 4 }, () => room.correlate()))
    const rows = await room.db.select().from(post)
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'joined'))
    const { incidents } = await room.board()
    expect(incidents.reduce((sum, { postCount }) => sum + postCount, 0)).toBe(40)
    const numbers = incidents.map(({ number }) => Number(number.slice(5))).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})

describe('an acceptance while a further post raises the grade', () => {
  it('is not lost', async () => {
    const forum = await room.feed('本地论坛')
    await forum.publishes(arrears)
    const { id } = alertOf(await room.onlyIncident(), 'xcb')
    const hotline = await room.feed('12345 热线', '12345')
    await hotline.isSent('来电反映桐乡濮院镇一家毛衫厂老板跑路，拖欠工资两个月，三十多号人')
    let correlating: Promise<number> | undefined
    await room.db.transaction(async (tx) => {
      const found = await lockAlert(tx, id)
      if (!found) throw new Error('the alert is gone')
      correlating = room.correlate()
      await somebodyWaits(room.db)
      const now = room.clock.now()
      const inAnHour = new Date(now.getTime() + 3_600_000)
      const lease = leaseFor({ step: 'progress', at: inAnHour }, 'III', now, inAnHour)
      const pressed = accept(found.alert, { post: '宣传部值班员', agency: 'xcb' }, now, lease)
      if (!pressed.ok) throw new Error('refused')
      await saveAlert(tx, pressed.value)
    })
    await correlating
    const incident = await room.onlyIncident()
    expect([incident.postCount, incident.grade]).toEqual([2, 'II'])
    expect(alertOf(incident, 'xcb')).toMatchObject({ state: 'accepted', nextStepAt: null })
    expect(alertOf(incident, 'rsj')).toMatchObject({ state: 'unaccepted', limitSeconds: 600 })
  })
})

describe('a post that cannot be correlated', () => {
  const spoil = (text: string) =>
    room.db
      .update(post)
      .set({ facts: {} as never })
      .where(eq(post.body, text))

  it('is postponed, longer each time, and holds up no other', async () => {
    const forum = await room.feed('本地论坛')
    await forum.isSent('海宁许村一家布艺厂拖欠工资三个月，22个工人没拿到钱')
    await spoil('海宁许村一家布艺厂拖欠工资三个月，22个工人没拿到钱')
    await forum.isSent(arrears)
    expect(await room.correlate()).toBe(1)
    expect((await room.onlyIncident()).place?.name).toBe('濮院镇')
    const waits: number[] = []
    for (let times = 0; times < 10; times += 1) {
      const [waiting] = await room.db.select().from(post).where(eq(post.state, 'waiting'))
      waits.push(((waiting?.notBefore?.getTime() ?? 0) - room.clock.now().getTime()) / 1_000)
      await room.clock.forward('600s')
      expect(await room.correlate()).toBe(0)
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600, 600])
  })

  it('holds up no other after a thousand attempts either', async () => {
    const forum = await room.feed('本地论坛')
    await forum.isSent('海宁许村一家布艺厂拖欠工资三个月，22个工人没拿到钱')
    await room.db.update(post).set({ facts: {} as never, attempts: 5_000 })
    await forum.isSent(arrears)
    expect(await room.correlate()).toBe(1)
  })

  it('leaves none of its words in the log', async () => {
    await room.db.execute(sql`alter table incident add constraint none check (headline = '') not valid`)
    const forum = await room.feed('本地论坛')
    await forum.isSent(arrears)
    const error = vi.fn()
    const context = room.contextOf()
    await correlatePosts({ ...context, log: { ...context.log, error } as unknown as typeof context.log })
    expect(error).toHaveBeenCalledOnce()
    expect(JSON.stringify(error.mock.calls)).toMatch(/violates check constraint/)
    expect(JSON.stringify(error.mock.calls)).not.toMatch(/毛衫|濮院|insert into/)
  })

  it('is joined once the fault is mended', async () => {
    const forum = await room.feed('本地论坛')
    await forum.isSent(arrears)
    const [whole] = await room.db.select().from(post)
    await spoil(arrears)
    expect(await room.correlate()).toBe(0)
    await room.db.update(post).set({ facts: whole?.facts })
    expect(await room.correlate()).toBe(0)
    await room.clock.forward('5s')
    expect(await room.correlate()).toBe(1)
  })
})

describe('time', () => {
  it('an incident is not opened before its post came in, however long the worker has been at it', async () => {
    const forum = await room.feed('本地论坛')
    const begun = room.contextOf()
    await room.clock.forward('90s')
    await forum.isSent(arrears)
    await correlatePosts({ ...begun, newId: randomUUID })
    const incident = await room.onlyIncident()
    expect(incident.openedAt).toBe(room.clock.now().toISOString())
    expect(alertOf(incident, 'xcb').raisedAt).toBe(incident.openedAt)
  })

  it('a post taken up late does not make an incident look older', async () => {
    const forum = await room.feed('本地论坛')
    await forum.isSent(arrears)
    await room.db.update(post).set({ notBefore: new Date(room.clock.now().getTime() + 3_600_000) })
    await room.clock.forward('30m')
    const blog = await room.feed('微博')
    await blog.publishes(`转发：${arrears}`)
    const { lastPostAt } = await room.onlyIncident()
    await room.clock.forward('1h')
    await room.correlate()
    expect(await room.onlyIncident()).toMatchObject({ postCount: 2, lastPostAt })
  })

  it('the steps of a graver grade run from the moment it is known', async () => {
    const forum = await room.feed('本地论坛')
    await forum.publishes('桐乡濮院一家毛衫厂拖欠工资，我们12个工友都没拿到')
    const before = await room.onlyIncident()
    await room.clock.forward('5h')
    const hotline = await room.feed('12345 热线', '12345')
    await hotline.publishes('来电反映桐乡濮院镇一家毛衫厂拖欠工资，12个工友都没拿到，有人爬上楼顶要跳楼')
    const after = await room.onlyIncident()
    const dueOf = ({ steps }: typeof after, step: string) =>
      Date.parse(steps.find((one) => one.step === step)?.dueAt ?? '')
    expect([before.grade, after.grade]).toEqual(['IV', 'I'])
    expect(dueOf(after, 'facts_verified')).toBe(room.clock.now().getTime() + 12 * 3_600_000)
    expect(dueOf(after, 'on_site')).toBe(dueOf(before, 'on_site'))
  })
})

/** Until a statement of this database waits for another's lock. */
async function somebodyWaits(db: Database): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await db.execute<{ waiting: number }>(
      sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (row && row.waiting > 0) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('nobody waited for a lock within five seconds')
}
