import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answers, type FeedStand, openFeedStand, rss } from '#testing/feed-stand.ts'
import { pollSource } from './poll-source.ts'

let stand: FeedStand
beforeAll(async () => {
  stand = await openFeedStand()
})
afterAll(() => stand.close())
beforeEach(() => stand.clear())

const poll = (sourceId: string) => pollSource(stand.room.contextOf(), { sourceId })

describe('marks of a document', () => {
  it('that lie are found by a full look now and then, and not asked for again', async () => {
    const id = await stand.feedAt('liar')
    stand.says.feed = answers(rss('a'), { etag: '"same"' })
    await poll(id)
    const liar = (body: string) => (request: IncomingMessage, response: ServerResponse) =>
      request.headers['if-none-match']
        ? void response.writeHead(304).end()
        : answers(body, { etag: '"same"' })(request, response)
    stand.says.feed = liar(rss('a', 'b'))
    await stand.room.clock.forward('1h')
    expect(await poll(id)).toEqual({ outcome: 'not_modified' })
    await stand.room.clock.forward('6h')
    expect(await poll(id)).toMatchObject({ outcome: 'taken', taken: { taken: 1 } })
    expect((await stand.rowOf(id)).polling?.validators.verdict).toBe('lies')
    stand.says.feed = liar(rss('a', 'b', 'c'))
    await stand.room.clock.forward('5m')
    expect(await poll(id)).toMatchObject({ outcome: 'taken', taken: { taken: 1 } })
    expect(stand.asked.at(-1)?.headers['if-none-match']).toBeUndefined()
  })

  it('that are true are found true', async () => {
    const id = await stand.feedAt('honest')
    stand.says.feed = (request, response) =>
      request.headers['if-none-match']
        ? void response.writeHead(304).end()
        : answers(rss('a'), { etag: '"same"' })(request, response)
    await poll(id)
    await stand.room.clock.forward('7h')
    await poll(id)
    expect((await stand.rowOf(id)).polling?.validators.verdict).toBe('honest')
  })

  it('that change at every answer are found out', async () => {
    const id = await stand.feedAt('changing')
    let n = 0
    stand.says.feed = (request, response) => answers(rss('a'), { etag: `"${n++}"` })(request, response)
    for (let times = 0; times < 4; times++) await poll(id)
    expect((await stand.rowOf(id)).polling?.validators.verdict).toBe('changes')
  })
})
