import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { feedSource } from '#sources/feed-source.ts'
import type { SourceFetch } from '#sources/source.ts'
import { scriptedAuthor } from './feed-document.ts'
import { type FeedServer, startFeedServer } from './feed-server.ts'
import { type Round, roundOf } from './round.ts'
import { drillEvening } from './scenario.ts'

const evening = drillEvening()
const start = new Date('2026-06-10T10:00:00Z')
let now = start
const rounds: Round[] = []
let server: FeedServer

beforeEach(async () => {
  now = start
  rounds.splice(0)
  server = await startFeedServer(evening, rounds, { now: () => now, wait: async () => undefined }, 0)
})
afterEach(() => server.close())

describe('the reader of feeds understands every dialect of the drill', () => {
  it.each(evening.feeds)('$id speaks $dialect', async ({ id }) => {
    const round = begin()
    now = round.endsAt
    const fetched = opened(await fetchFeed(id))
    const written = round.posts.filter((post) => post.script.feed === id)
    expect(fetched.title).toBe(evening.feeds.find((feed) => feed.id === id)?.name)
    expect(sorted(fetched.posts.map(({ title, text }) => ({ title, text })))).toEqual(
      sorted(written.map(({ title, text }) => ({ title: title.replace(/<script>.*<\/script>/, ''), text }))),
    )
    expect(fetched.posts.every(({ url }) => url?.startsWith(`https://drill.example/${id}/`))).toBe(true)
    expect(JSON.stringify(fetched.posts)).not.toContain(scriptedAuthor)
  })

  it('believes every date but those of 1970 and 2099', async () => {
    const round = begin()
    now = round.endsAt
    const posts = (await Promise.all(evening.feeds.map(({ id }) => fetchFeed(id)))).flatMap(
      (one) => opened(one).posts,
    )
    const undated = posts
      .filter(({ publishedAt }) => publishedAt === null)
      .map(({ externalId }) => externalId)
    const odd = round.posts.filter(({ script }) => script.published !== undefined)
    expect(odd.map(({ publishedAt }) => publishedAt.getUTCFullYear())).toEqual([1970, 2099])
    expect(undated).toHaveLength(odd.length)
    for (const { id } of odd) expect(undated.some((externalId) => externalId.includes(id))).toBe(true)
  })
})

describe('an item appears when its time has come', () => {
  it('the forum is empty before the evening and fills while it lasts', async () => {
    expect(opened(await fetchFeed('hecheng')).posts).toEqual([])
    const round = begin()
    const forum = round.posts.filter((post) => post.script.feed === 'hecheng')
    for (const seconds of [0, 5, 40, 200]) {
      now = new Date(start.getTime() + seconds * 1_000)
      const shown = forum.filter((post) => post.script.at <= seconds)
      expect(opened(await fetchFeed('hecheng')).posts).toHaveLength(shown.length)
    }
  })

  it('whoever has seen all of it is told so in a word', async () => {
    begin()
    now = new Date(start.getTime() + 60_000)
    const { validators } = opened(await fetchFeed('tongxiang'))
    const again = opened(await fetchFeed('tongxiang', validators))
    expect(again.notModified).toBe(true)
    now = new Date(start.getTime() + 130_000)
    expect(opened(await fetchFeed('tongxiang', validators)).notModified).toBe(false)
  })
})

it('one site dies for a part of the evening, in two ways, and comes back with what it missed', async () => {
  const round = begin()
  const feed = evening.feeds.find(({ down }) => down)
  const down = feed?.down
  if (!feed || !down) throw new Error('no feed of the evening dies')
  const problems = new Set<string>()
  for (let seconds = down.from; seconds < down.to; seconds += 10) {
    now = new Date(start.getTime() + seconds * 1_000)
    const fetched = await fetchFeed(feed.id)
    problems.add(fetched.ok ? 'read' : fetched.problem.code)
  }
  expect(problems.size).toBe(2)
  expect(problems).not.toContain('read')
  now = new Date(start.getTime() + down.to * 1_000)
  expect(opened(await fetchFeed(feed.id)).posts).toHaveLength(
    round.posts.filter(({ script }) => script.feed === feed.id && script.at <= down.to).length,
  )
})

it('one site takes its time', async () => {
  const waited: number[] = []
  const wait = async (milliseconds: number) => void waited.push(milliseconds)
  const slow = await startFeedServer(evening, rounds, { now: () => now, wait }, 0)
  await fetch(slow.urlOf('haining'))
  await fetch(slow.urlOf('hecheng'))
  await slow.close()
  expect(waited).toEqual([4_000])
})

it('anything else is not found', async () => {
  expect((await fetch(server.urlOf('nowhere'))).status).toBe(404)
})

function begin(): Round {
  const round = roundOf(evening, now)
  rounds.push(round)
  return round
}

function fetchFeed(
  id: string,
  validators: { etag: string | null; lastModified: string | null } | undefined = undefined,
): Promise<SourceFetch> {
  return feedSource.fetch({ url: server.urlOf(id) }, { now, validators, allowPrivate: () => true })
}

function opened(fetched: SourceFetch): Extract<SourceFetch, { ok: true }> {
  if (!fetched.ok) throw new Error(`not read: ${fetched.problem.code}`)
  return fetched
}

function sorted<T>(list: T[]): T[] {
  return [...list].sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
}
