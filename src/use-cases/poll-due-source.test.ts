import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { source } from '#store/tables/source.ts'
import { answers, type FeedStand, openFeedStand, rss } from '#testing/feed-stand.ts'
import { pollDueSource, sourcesToBegin } from './poll-due-source.ts'
import { pollSource } from './poll-source.ts'

let stand: FeedStand
beforeAll(async () => {
  stand = await openFeedStand()
})
afterAll(() => stand.close())
beforeEach(() => stand.clear())

const poll = (sourceId: string) => pollSource(stand.room.contextOf(), { sourceId })
const waitOf = async (id: string) =>
  ((await stand.rowOf(id)).nextPollAt?.getTime() ?? 0) / 1_000 - stand.room.clock.now().getTime() / 1_000
/** Waits are moved by up to a twentieth, so that sources do not march in step. */
async function expectWait(id: string, seconds: number) {
  expect(Math.abs((await waitOf(id)) - seconds)).toBeLessThanOrEqual(seconds * 0.051)
}

describe('the promise to ask again', () => {
  it('follows the news: sooner while every poll brings some', async () => {
    const id = await stand.feedAt('busy', { intervalSeconds: 3_600 })
    for (let n = 0; n < 12; n++) {
      stand.says.feed = answers(rss(`n${n}`))
      await poll(id)
    }
    expect((await stand.rowOf(id)).polling?.pace).toMatchObject({ seconds: 30, reason: 'news_often' })
    await expectWait(id, 30)
  })

  it('follows the lack of news, as far as a person allows', async () => {
    const id = await stand.feedAt('still', { intervalSeconds: 1_800 })
    for (let n = 0; n < 20; n++) await poll(id)
    expect((await stand.rowOf(id)).polling?.pace).toMatchObject({ seconds: 1_800, reason: 'news_seldom' })
  })

  it('honours what the feed says of itself', async () => {
    const id = await stand.feedAt('ttl', { intervalSeconds: 86_400 })
    stand.says.feed = answers(rss('a').replace('<item>', '<ttl>240</ttl><item>'))
    await poll(id)
    await expectWait(id, 14_400)
  })

  it('is kept once however often it is hinted, and by one process only', async () => {
    const id = await stand.feedAt('once')
    const both = await Promise.all(
      [1, 2, 3].map(() => pollDueSource(stand.room.contextOf(), { sourceId: id })),
    )
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['not_due', 'not_due', 'taken'])
    expect(await sourcesToBegin(stand.room.contextOf())).toEqual([])
    await stand.room.clock.forward('6m')
    expect(await sourcesToBegin(stand.room.contextOf())).toEqual([id])
  })

  it('comes due again when the process that took it died', async () => {
    const id = await stand.feedAt('died')
    await stand.room.db
      .update(source)
      .set({ nextPollAt: new Date(stand.room.clock.now().getTime() + 120_000) })
      .where(eq(source.id, id))
    await stand.room.clock.forward('121s')
    expect(await pollDueSource(stand.room.contextOf(), { sourceId: id })).toMatchObject({ outcome: 'taken' })
  })

  it('of many sources at once comes back as a stream, the longest overdue first', async () => {
    const ids: string[] = []
    for (let n = 0; n < 12; n++) {
      const nextPollAt = new Date(stand.room.clock.now().getTime() - (12 - n) * 1_000)
      ids.push(await stand.feedAt(`herd${n}`, { nextPollAt }))
    }
    expect(await sourcesToBegin(stand.room.contextOf())).toEqual(ids.slice(0, 8))
  })
})

describe('a source that fails', () => {
  it('is asked less and less, and at its old pace once it answers', async () => {
    const id = await stand.feedAt('down')
    await poll(id)
    stand.says.feed = answers('', {}, 500)
    const waits: number[] = []
    for (let n = 0; n < 5; n++) {
      await poll(id)
      waits.push(Math.round((await waitOf(id)) / 300))
    }
    expect(waits).toEqual([1, 2, 4, 8, 8])
    stand.says.feed = answers(rss('a', 'b', 'c'))
    await poll(id)
    expect((await stand.rowOf(id)).polling).toMatchObject({ strikes: 0, failure: null })
    await expectWait(id, 300)
  })

  it.each([
    ['410', 410, 1, 'hard', 86_400],
    ['404', 404, 1, 'temporary', 600],
    ['404 five times', 404, 5, 'hard', 86_400],
    ['401', 401, 1, 'temporary', 600],
  ])('with %s', async (_, status, times, failure, seconds) => {
    const id = await stand.feedAt('gone')
    stand.says.feed = answers('', {}, status)
    for (let n = 0; n < times; n++) await poll(id)
    expect((await stand.rowOf(id)).polling?.failure).toBe(failure)
    await expectWait(id, seconds)
  })

  it('with Retry-After holds back all feeds of that server, and no others', async () => {
    const [id, neighbour] = [await stand.feedAt('a'), await stand.feedAt('b')]
    const elsewhere = await stand.feedAt('c', { url: 'https://elsewhere.example/feed' })
    stand.says.feed = answers('', { 'retry-after': '7200' }, 429)
    await poll(id)
    expect(await waitOf(id)).toBeGreaterThanOrEqual(7_200)
    expect(await waitOf(neighbour)).toBeGreaterThanOrEqual(7_200)
    expect((await stand.rowOf(elsewhere)).nextPollAt).toBeNull()
  })
})
