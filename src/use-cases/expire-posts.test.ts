import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventsAfter } from '#store/event-log.ts'
import { incident } from '#store/tables/incident.ts'
import { post, seenPost } from '#store/tables/post.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { expirePosts } from './expire-posts.ts'

let room: Scenario

beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const claim = '桐乡濮院一家毛衫厂老板跑路了，拖欠38个工人三个月工资'
const hearsay = '听说许村有个家纺厂工资好像拖了两个月，不知道真假'
const kept = () => room.db.$count(post)
const known = () => room.db.$count(seenPost)
const told = async () =>
  (await eventsAfter(room.db, 0, 1_000))
    .map(({ event }) => event)
    .filter(({ name }) => name === 'posts.expired')
    .map(({ data }) => data)

async function close(): Promise<void> {
  const { id } = await room.onlyIncident()
  await room.db
    .update(incident)
    .set({ state: 'closed', closedAt: room.clock.now() })
    .where(eq(incident.id, id))
}

describe('the text of a post', () => {
  it('is kept as long as its incident is open, however long that is', async () => {
    await (await room.feed('论坛')).publishes(claim)
    await room.clock.forward('400d')
    expect(await expirePosts(room.contextOf())).toEqual({ ofClosed: 0, unjudged: 0 })
    expect(await kept()).toBe(1)
  })

  it('goes 180 days after the incident closed, not a day before', async () => {
    await (await room.feed('论坛')).publishes(claim)
    await room.clock.forward('30d')
    await close()
    await room.clock.forward('179d')
    await expirePosts(room.contextOf())
    expect(await kept()).toBe(1)
    await room.clock.forward('1d')
    expect(await expirePosts(room.contextOf())).toEqual({ ofClosed: 1, unjudged: 0 })
    expect(await kept()).toBe(0)
  })

  it('goes after 180 days in which nobody judged it', async () => {
    await (await room.feed('论坛')).publishes(hearsay)
    expect(await kept()).toBe(1)
    await room.clock.forward('179d')
    await expirePosts(room.contextOf())
    expect(await kept()).toBe(1)
    await room.clock.forward('1d')
    expect(await expirePosts(room.contextOf())).toEqual({ ofClosed: 0, unjudged: 1 })
    expect(await kept()).toBe(0)
  })

  it('stays while the post waits for its incident, since that is a promise', async () => {
    await (await room.feed('论坛')).isSent(claim)
    await room.clock.forward('200d')
    await expirePosts(room.contextOf())
    expect(await kept()).toBe(1)
  })
})

describe('what remains', () => {
  it('is the incident and the fingerprint, by which the post is known when it comes again', async () => {
    const feed = await room.feed('论坛')
    await feed.publishes(claim, { externalId: 'a' })
    await close()
    await room.clock.forward('180d')
    await expirePosts(room.contextOf())
    expect(await known()).toBe(1)
    expect(await room.db.$count(incident)).toBe(1)
    expect(await feed.publishes(claim, { externalId: 'a' })).toMatchObject({ taken: 0, known: 1 })
    expect(await kept()).toBe(0)
  })

  it('is a line in the log with the counts, once', async () => {
    await (await room.feed('论坛')).publishes(claim)
    await close()
    await (await room.feed('贴吧')).publishes(hearsay)
    await room.clock.forward('181d')
    await expirePosts(room.contextOf())
    await expirePosts(room.contextOf())
    expect(await told()).toEqual([{ ofClosed: 1, unjudged: 1 }])
  })
})
