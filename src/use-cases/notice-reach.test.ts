import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PostReach } from '#domain/post/post.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { noticeReach } from './notice-reach.ts'
import { readIncident } from './read-incident.ts'
import { takeInPosts } from './take-in-posts.ts'

let room: Scenario
let source: { id: string; channel: 'online' }
beforeEach(async () => {
  room = await openScenario()
  source = { id: (await room.feed('数据商')).id, channel: 'online' }
})
afterEach(() => room.drop())

const send = async (reach: PostReach, externalId = 'a1') => {
  const text = '桐乡濮院一家毛衫厂拖欠我们38个工友两个月工资'
  const post = { externalId, title: '', text, url: null, publishedAt: room.clock.now(), reach }
  await room.db.transaction((tx) => takeInPosts(room.contextOf(), tx, source, [post]))
  await room.correlate()
}
const spread = async () => {
  const { id: incidentId } = await room.onlyIncident()
  const read = await readIncident(room.contextOf(room.officer('xcb')), { incidentId })
  if (!read.ok) throw new Error(read.refusal.code)
  const told = read.value.timeline.filter(({ name }) => name === 'incident.spreading')
  return { ...read.value.spread, told: told.map(({ details }) => details) }
}

describe('what the platforms count', () => {
  it('is kept and shown, and says that a claim spreads as it grows without a new post', async () => {
    await send({ views: 900, reposts: 3 })
    expect(await noticeReach(room.contextOf())).toBe(0)
    expect(await spread()).toMatchObject({ level: 0, views: 900, reposts: 3, told: [] })
    await send({ views: 120_000, reposts: 40 })
    expect(await noticeReach(room.contextOf())).toBe(1)
    expect(await noticeReach(room.contextOf())).toBe(0)
    expect(await spread()).toMatchObject({
      ...{ level: 2, views: 120_000, reposts: 40 },
      told: [{ rule: 'counts', level: 2, views: 120_000, reposts: 40 }],
    })
  })

  it('is added up over the posts of an incident and never falls', async () => {
    await send({ views: 6_000, reposts: null })
    await send({ views: 6_000, reposts: null }, 'a2')
    await send({ views: 10, reposts: null }, 'a2')
    expect(await noticeReach(room.contextOf())).toBe(1)
    expect(await spread()).toMatchObject({ level: 1, views: 12_000, reposts: null })
  })
})
