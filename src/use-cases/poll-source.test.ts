import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sourceViewOf } from '#store/source-view.ts'
import type { SourceRow } from '#store/sources.ts'
import { post, seenPost } from '#store/tables/post.ts'
import { source } from '#store/tables/source.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { pollSource } from './poll-source.ts'

let room: Scenario
let address: string
let forbidden: string
let answer: (request: IncomingMessage, response: ServerResponse) => void
const asked: IncomingMessage[] = []

beforeAll(async () => {
  const take = (request: IncomingMessage, response: ServerResponse) => {
    asked.push(request)
    answer(request, response)
  }
  address = await serve(take)
  forbidden = await serve(take)
  vi.stubEnv('ALLOW_PRIVATE_SOURCES', new URL(address).host)
  room = await openScenario()
})
afterAll(async () => {
  closeServers()
  await room.drop()
  vi.unstubAllEnvs()
})
beforeEach(() => {
  asked.length = 0
})

type Item = { guid: string; title?: string; text?: string; date?: string }
const rss = (...items: Item[]) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>本地论坛</title>${items
    .map(
      ({ guid, title = '', text = '', date = 'Mon, 23 Nov 2026 05:00:00 GMT' }) =>
        `<item><guid>${guid}</guid><title><![CDATA[${title}]]></title><description><![CDATA[${text}]]></description><pubDate>${date}</pubDate></item>`,
    )
    .join('')}</channel></rss>`
const good = rss(
  { guid: 'a', title: '求助', text: '桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落' },
  { guid: 'b', title: '南湖边的桂花开了', text: '晚上去散步的人真多' },
)
const says =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml; charset=utf-8', ...headers })
    response.end(body)
  }

async function feedAt(path: string, base = address): Promise<string> {
  const { id } = await room.feed(`${path} ${Math.random()}`)
  await room.db
    .update(source)
    .set({ url: `${base}/${path}?${id}`, intervalSeconds: 300 })
    .where(eq(source.id, id))
  return id
}
const poll = (sourceId: string) => pollSource(room.contextOf(), { sourceId })
async function rowOf(id: string): Promise<SourceRow> {
  const [row] = await room.db.select().from(source).where(eq(source.id, id))
  if (!row) throw new Error('the source is gone')
  return row
}
const kept = (id: string) =>
  Promise.all([
    room.db.$count(post, eq(post.sourceId, id)),
    room.db.$count(seenPost, eq(seenPost.sourceId, id)),
  ])

describe('a poll', () => {
  it('takes in what is new, then asks only for news', async () => {
    const id = await feedAt('news')
    answer = says(good, { etag: '"v1"', 'last-modified': 'Mon, 23 Nov 2026 05:30:00 GMT' })
    expect(await poll(id)).toEqual({ outcome: 'taken', taken: { taken: 2, known: 0, kept: 1, flagged: 1 } })
    const first = await rowOf(id)
    expect(first).toMatchObject({ etag: '"v1"', itemsSeen: 2, itemsFlagged: 1, lastError: null })
    await room.clock.forward('5m')
    answer = says('', {}, 304)
    expect(await poll(id)).toEqual({ outcome: 'not_modified' })
    expect(asked.at(-1)?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 23 Nov 2026 05:30:00 GMT',
    })
    expect(await rowOf(id)).toMatchObject({ etag: '"v1"', itemsSeen: 2, lastSuccessAt: room.clock.now() })
  })

  it('of the same document without validators takes nothing in twice', async () => {
    const id = await feedAt('again')
    answer = says(good)
    await poll(id)
    expect(await poll(id)).toMatchObject({ outcome: 'taken', taken: { taken: 0, known: 2, flagged: 0 } })
    expect(await kept(id)).toEqual([1, 2])
  })

  it('twice at once takes everything in once', async () => {
    const id = await feedAt('twice')
    answer = says(good)
    const both = await Promise.all([poll(id), poll(id)])
    expect(both.map((one) => ('taken' in one ? one.taken.taken : -1)).sort()).toEqual([0, 2])
    expect(await rowOf(id)).toMatchObject({ itemsSeen: 2, itemsFlagged: 1 })
  })

  it.each([
    ['paused', { pausedAt: new Date() }],
    ['removed', { removedAt: new Date() }],
  ])('of a %s source asks nobody', async (_, change) => {
    const id = await feedAt('left')
    await room.db.update(source).set(change).where(eq(source.id, id))
    expect([await poll(id), asked.length]).toEqual([{ outcome: 'gone' }, 0])
  })
})

describe('a source that fails', () => {
  const endless = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    const more = () => {
      while (!response.destroyed && response.write('<item><title>没完没了</title></item>'.repeat(2_000)));
    }
    response.on('drain', more)
    more()
  }
  const redirects = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(302, { location: `${forbidden}/inside` })
    response.end()
  }
  it.each<[string, typeof answer, string]>([
    ['says nothing', says(''), 'empty'],
    ['sends a page instead', says('<!doctype html><html><body><p>请登录</p></body></html>'), 'not_a_feed'],
    ['is broken off before its first item', says('<?xml version="1.0"?><rss><channel><tit'), 'ill_formed'],
    ['answers 500', says('no', {}, 500), 'http_status'],
    ['answers 404', says('no', {}, 404), 'http_status'],
    ['never ends', endless, 'too_large'],
    ['announces 50 MB', says('x', { 'content-length': String(50 * 1024 * 1024) }), 'too_large'],
    ['redirects to a private address', redirects, 'address_refused'],
    ['hangs up', (request) => request.socket.destroy(), 'connection_failed'],
  ])(
    'because it %s is noted, and costs nothing that was good',
    async (_, fails, code) => {
      const id = await feedAt('failing')
      const other = await feedAt('neighbour')
      answer = says(good, { etag: '"v1"' })
      await poll(id)
      const before = await rowOf(id)
      const had = await kept(id)
      await room.clock.forward('5m')
      answer = fails
      expect(await poll(id)).toEqual({ outcome: 'failed' })
      const after = await rowOf(id)
      expect(after.lastError?.code).toBe(code)
      const { lastErrorAt, lastError, nextPollAt, polling, ...rest } = after
      expect(before).toMatchObject(rest)
      expect(lastErrorAt).toEqual(room.clock.now())
      expect(polling).toEqual({ ...before.polling, strikes: 1, failure: polling?.failure })
      expect(nextPollAt?.getTime()).toBeGreaterThan(room.clock.now().getTime())
      expect(await kept(id)).toEqual(had)
      expect(sourceViewOf(after, room.clock.now()).lastError?.code).toBe(code)
      answer = says(good)
      expect(await poll(other)).toMatchObject({ outcome: 'taken', taken: { taken: 2 } })
      expect(await poll(id)).toMatchObject({ outcome: 'taken', taken: { taken: 0, known: 2 } })
      expect((await rowOf(id)).lastError).toBeNull()
    },
    60_000,
  )

  it('is not asked at all at a private address nobody has allowed', async () => {
    const id = await feedAt('private', forbidden)
    answer = says(good)
    expect([await poll(id), asked.length]).toEqual([{ outcome: 'failed' }, 0])
    expect((await rowOf(id)).lastError?.code).toBe('address_refused')
  })
})

describe('an item', () => {
  it.each([
    ['1970', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['2099', 'Thu, 01 Jan 2099 00:00:00 GMT'],
    ['no day at all', '昨天'],
  ])('dated %s is kept without its date and noticed', async (_, date) => {
    const id = await feedAt('dated')
    answer = says(rss({ guid: 'x', text: '平湖新埭一家箱包厂欠了我们12个人四个月工资', date }))
    expect(await poll(id)).toMatchObject({ outcome: 'taken', taken: { taken: 1, flagged: 1 } })
    const [row] = await room.db.select().from(post).where(eq(post.sourceId, id))
    expect([row?.publishedAt, row?.state]).toEqual([null, 'waiting'])
    const { lastItemAt, warnings } = await rowOf(id)
    expect(lastItemAt).toEqual(room.clock.now())
    expect(warnings.map(({ code }) => code).join()).toMatch(/date/)
  })

  it('with a script in its title is words only', async () => {
    const id = await feedAt('script')
    const title = '<script>alert(1)</script><img src=x onerror=alert(1)>老板欠薪'
    answer = says(rss({ guid: 'x', title, text: '<b>嘉善姚庄</b>一家厂欠薪三个月，22个工人&lt;script&gt;' }))
    await poll(id)
    const [row] = await room.db.select().from(post).where(eq(post.sourceId, id))
    expect(row?.body).toMatch(/老板欠薪\n嘉善姚庄一家厂/)
    expect(`${row?.body}${row?.headline}`).not.toMatch(/alert|onerror|<img|<b>/)
  })

  it('of a broken feed is saved as far as it goes', async () => {
    const id = await feedAt('half')
    answer = says(`${good.slice(0, good.indexOf('</item>') + 7)}<item><title>半`)
    expect(await poll(id)).toMatchObject({ outcome: 'taken', taken: { flagged: 1 } })
    expect((await rowOf(id)).warnings.length).toBeGreaterThan(0)
  })

  it.each<[string, string]>([
    [
      'an entity bomb',
      '<!DOCTYPE r [<!ENTITY a "拖欠工资"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ],
    ['a file of ours', `<!DOCTYPE r [<!ENTITY c SYSTEM "file:///etc/hostname">]>`],
  ])('never brings in %s', async (_, doctype) => {
    const id = await feedAt('entities')
    answer = says(
      `<?xml version="1.0"?>${doctype}<rss><channel><item><guid>x</guid><title>老板欠薪三个月，工人38名 &c;</title></item></channel></rss>`,
    )
    await poll(id)
    const rows = await room.db.select().from(post).where(eq(post.sourceId, id))
    for (const { body } of rows) expect(body.length).toBeLessThan(60)
  })
})
