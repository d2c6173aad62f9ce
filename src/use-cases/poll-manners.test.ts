import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryGate } from '#platform/host-politeness.ts'
import { answers, type FeedStand, openFeedStand, rss } from '#testing/feed-stand.ts'
import { pollSource } from './poll-source.ts'
import type { Manners } from './visit-host.ts'

let stand: FeedStand
beforeAll(async () => {
  stand = await openFeedStand()
})
afterAll(() => stand.close())
beforeEach(() => stand.clear())

/** Towards a server of somebody else; the gate goes by the clock that is pushed. */
const stranger = (): Manners => ({
  gate: memoryGate(() => stand.room.clock.now().getTime()),
  isOwn: () => false,
})
const poll = (sourceId: string, manners?: Manners) =>
  pollSource(stand.room.contextOf(), { sourceId }, manners)
const waitOf = async (id: string) =>
  ((await stand.rowOf(id)).nextPollAt?.getTime() ?? 0) / 1_000 - stand.room.clock.now().getTime() / 1_000
/** Waits are moved by up to a twentieth, so that sources do not march in step. */
async function expectWait(id: string, seconds: number) {
  expect(Math.abs((await waitOf(id)) - seconds)).toBeLessThanOrEqual(seconds * 0.051)
}

describe('a server of somebody else', () => {
  it('is visited by two at most, with a second between them', async () => {
    const manners = stranger()
    const ids = [await stand.feedAt('1'), await stand.feedAt('2'), await stand.feedAt('3')]
    const waiting: (() => void)[] = []
    stand.says.feed = (request, response) => waiting.push(() => answers(rss('a'))(request, response))
    const first = poll(ids[0] ?? '', manners)
    await vi.waitFor(() => expect(waiting).toHaveLength(1))
    expect(await poll(ids[1] ?? '', manners)).toEqual({ outcome: 'held' })
    expect(await waitOf(ids[1] ?? '')).toBe(1)
    await stand.room.clock.forward('2s')
    const second = poll(ids[1] ?? '', manners)
    await vi.waitFor(() => expect(waiting).toHaveLength(2))
    await stand.room.clock.forward('2s')
    expect(await poll(ids[2] ?? '', manners)).toEqual({ outcome: 'held' })
    for (const finish of waiting.splice(0)) finish()
    expect((await Promise.all([first, second])).map(({ outcome }) => outcome)).toEqual(['taken', 'taken'])
    await stand.room.clock.forward('2s')
    stand.says.feed = answers(rss('a'))
    expect(await poll(ids[2] ?? '', manners)).toMatchObject({ outcome: 'taken' })
  })

  it('is obeyed when its robots.txt forbids, and told in words; asked again after a day', async () => {
    stand.says.robots = { status: 200, body: 'User-agent: *\nDisallow: /secret' }
    const [forbidden, allowed] = [await stand.feedAt('secret/feed'), await stand.feedAt('open/feed')]
    const manners = { ...stranger(), gate: memoryGate(() => stand.room.clock.now().getTime()) }
    expect(await poll(forbidden, manners)).toEqual({ outcome: 'failed' })
    expect((await stand.rowOf(forbidden)).lastError).toMatchObject({
      code: 'robots_disallowed',
      details: { line: 2 },
    })
    await expectWait(forbidden, 86_400)
    await stand.room.clock.forward('2s')
    expect(await poll(allowed, manners)).toMatchObject({ outcome: 'taken' })
    expect([stand.asked.length, stand.askedRobots.length]).toEqual([1, 1])
    await stand.room.clock.forward('25h')
    stand.says.robots = { status: 200, body: '' }
    expect(await poll(forbidden, manners)).toMatchObject({ outcome: 'taken' })
    expect(stand.askedRobots).toHaveLength(2)
  })

  it.each([
    ['has none', 404, '', 'taken'],
    ['is for others', 200, 'User-agent: OtherBot\nDisallow: /', 'taken'],
    ['names us', 200, 'User-agent: Anxin\nDisallow: /\nUser-agent: *\nAllow: /', 'failed'],
    ['is in trouble', 503, '', 'failed'],
    ['is nonsense', 200, '<html>\u0000\u0001%%%', 'taken'],
  ])('whose robots.txt %s', async (_, status, body, outcome) => {
    stand.says.robots = { status, body }
    expect(await poll(await stand.feedAt('any'), stranger())).toMatchObject({ outcome })
  })

  it('in trouble is believed what it said before', async () => {
    const id = await stand.feedAt('before')
    const manners = stranger()
    await poll(id, manners)
    await stand.room.clock.forward('25h')
    stand.says.robots = { status: 503, body: '' }
    expect(await poll(id, manners)).toMatchObject({ outcome: 'failed' })
  })

  it('gets the gap its robots.txt asks for', async () => {
    stand.says.robots = { status: 200, body: 'User-agent: *\nCrawl-delay: 20' }
    const manners = stranger()
    const ids = [await stand.feedAt('x'), await stand.feedAt('y'), await stand.feedAt('z')]
    await poll(ids[0] ?? '', manners)
    await stand.room.clock.forward('5s')
    await poll(ids[1] ?? '', manners)
    await stand.room.clock.forward('5s')
    expect(await poll(ids[2] ?? '', manners)).toEqual({ outcome: 'held' })
    await stand.room.clock.forward('16s')
    expect(await poll(ids[2] ?? '', manners)).toMatchObject({ outcome: 'taken' })
  })
})
