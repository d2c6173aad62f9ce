import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CoverageView } from '#contracts/coverage.ts'
import { source } from '#store/tables/source.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { readCoverage } from './read-coverage.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const minutesAgo = (minutes: number) => new Date(room.clock.now().getTime() - minutes * 60_000)
async function coverage(): Promise<CoverageView> {
  const read = await readCoverage(room.contextOf(room.officer('rsj')))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}
const county = (view: CoverageView, name: string) => view.territories.find((one) => one.name === name)
const town = (view: CoverageView, name: string) =>
  view.territories.flatMap(({ towns }) => towns).find((one) => one.name === name)
let told = 0
const claim = (place: string) => `${place}示例${++told}号毛衫厂拖欠38名工人三个月工资，合计65万元`

describe('coverage', () => {
  it('shows what each source brought and how much of it was flagged', async () => {
    const forum = await room.feed('论坛')
    await forum.isSent(claim('桐乡濮院'))
    for (let n = 0; n < 3; n++) await forum.isSent('今天天气不错')
    expect((await coverage()).sources).toMatchObject([{ name: '论坛', seen: 4, flagged: 1, weekly: null }])
  })

  it('shows how late posts come, but not the archive a source brought along', async () => {
    const forum = await room.feed('论坛')
    await room.db
      .update(source)
      .set({ createdAt: minutesAgo(600) })
      .where(eq(source.id, forum.id))
    for (const minutes of [2, 4, 10]) {
      await forum.isSent(claim('桐乡濮院'), { publishedAt: minutesAgo(minutes) })
    }
    await forum.isSent(claim('桐乡濮院'), { publishedAt: minutesAgo(60 * 24 * 20) })
    await forum.isSent(claim('桐乡濮院'), { publishedAt: null })
    const [shown] = (await coverage()).sources
    expect(shown?.lag).toMatchObject({ median: 240, posts: 3 })
    expect(shown?.lag?.p90).toBeCloseTo(528)
  })

  it('names a town that used to be spoken of and no longer is', async () => {
    const forum = await room.feed('论坛')
    for (let day = 0; day < 80; day++) {
      if (day % 3 === 0) await forum.isSent(claim('桐乡濮院'))
      if (day === 0) await forum.isSent(claim('嘉善姚庄'))
      await room.clock.forward('1d')
    }
    for (let day = 0; day < 15; day++) await room.clock.forward('1d')
    await forum.isSent(claim('平湖新埭'))
    const view = await coverage()
    expect(town(view, '濮院镇')).toMatchObject({ hearing: 'blind', lately: 0 })
    expect(town(view, '濮院镇')?.expected).toBeGreaterThan(3)
    expect(town(view, '姚庄镇')).toMatchObject({ hearing: 'quiet' })
    expect(town(view, '新埭镇')).toMatchObject({ hearing: 'heard', lately: 1 })
    expect(town(view, '乌镇镇')).toMatchObject({ hearing: 'never', lastAt: null })
    expect(county(view, '桐乡市')).toMatchObject({ hearing: 'blind' })
    expect(county(view, '平湖市')).toMatchObject({ hearing: 'heard' })
  }, 60_000)

  it('holds every county, zone and town, and no word of a post', async () => {
    const forum = await room.feed('论坛')
    await forum.isSent(claim('桐乡濮院'))
    const view = await coverage()
    expect(view.territories).toHaveLength(9)
    expect(view.territories.flatMap(({ towns }) => towns).length).toBeGreaterThan(60)
    expect(JSON.stringify(view)).not.toMatch(/毛衫|拖欠/)
  })
})
