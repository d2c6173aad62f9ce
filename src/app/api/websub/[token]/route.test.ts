import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { logger } from '#platform/log.ts'
import { database } from '#store/database.ts'
import { findSubscription, hubStateOf } from '#store/hub-subscriptions.ts'
import { hubSubscription } from '#store/tables/hub-subscription.ts'
import { post, seenPost } from '#store/tables/post.ts'
import { source } from '#store/tables/source.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { addSource } from '#use-cases/add-source.ts'
import { changeSource } from '#use-cases/change-source.ts'
import { type Context, contextFor, producer } from '#use-cases/context.ts'
import { pollSource } from '#use-cases/poll-source.ts'
import { renewSubscriptions } from '#use-cases/subscribe-hub.ts'
import { GET, POST } from './route.ts'

let fresh: TestDatabase
let [feedServer, hubServer, door] = ['', '', '']
let items: string[] = []
let published = new Date()
/** What the hub was asked, and how it is to behave. */
const forms: URLSearchParams[] = []
let hub: 'verifies' | 'denies' | 'refuses' | 'forgets' = 'verifies'
const echoes: [number, string][] = []

beforeAll(async () => {
  feedServer = await serve((request, response) => void response.end(document(request.url ?? '')))
  hubServer = await serve((request, response) => void answerAsHub(request, response))
  door = await serve((request, response) => void passOn(request, response))
  fresh = await freshDatabase()
  vi.stubEnv('DATABASE_URL', fresh.url)
  vi.stubEnv('PUBLIC_URL', door)
  vi.stubEnv('ALLOW_PRIVATE_SOURCES', '127.0.0.1')
})
afterAll(async () => {
  closeServers()
  await producer(logger('test')).close()
  await database().$client.end()
  await fresh.drop()
  vi.unstubAllEnvs()
})
beforeEach(async () => {
  forms.length = 0
  echoes.length = 0
  hub = 'verifies'
  items = ['一']
  published = new Date()
  await database().delete(hubSubscription)
})

const document = (path: string) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>论坛</title>
  <atom:link rel="hub" href="${hubServer}/hub"/><atom:link rel="self" href="${feedServer}${path}"/>
  ${items
    .map(
      (item) => `<item><guid>${item}</guid><title>${item}</title>
    <pubDate>${published.toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`

/** The hub of the recommendation: takes the request, then asks the subscriber whether it meant it. */
async function answerAsHub(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await text(request))
  forms.push(form)
  response.writeHead(hub === 'refuses' ? 403 : 202).end()
  if (hub === 'verifies') await ask(form, { 'hub.mode': 'subscribe' })
  if (hub === 'denies') await ask(form, { 'hub.mode': 'denied', 'hub.reason': '不收' })
}
async function ask(form: URLSearchParams, more: Record<string, string>): Promise<void> {
  const url = new URL(form.get('hub.callback') ?? '')
  const asked = {
    'hub.topic': form.get('hub.topic') ?? '',
    'hub.challenge': 'c-123',
    'hub.lease_seconds': '86400',
  }
  for (const [name, value] of Object.entries({ ...asked, ...more })) url.searchParams.set(name, value)
  const answer = await fetch(url)
  echoes.push([answer.status, await answer.text()])
}

/** Our own door, as the web process opens it. */
async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', door)
  const params = Promise.resolve({ token: url.pathname.split('/').at(-1) ?? '' })
  const headers = new Headers(request.headers as Record<string, string>)
  const body = request.method === 'POST' ? await text(request) : undefined
  const answer = await (request.method === 'POST' ? POST : GET)(
    new Request(url, { method: request.method, headers, body }),
    { params },
  )
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
}

const context = (now = new Date()): Context => ({
  ...contextFor({ kind: 'system', name: 'test' }),
  now,
  hint: async () => undefined,
})
let made = 0
async function subscribed(): Promise<string> {
  made += 1
  const url = `${feedServer}/feed-${made}`
  const added = await addSource(context(), { url, name: `论坛 ${made}`, intervalSeconds: 300 })
  if (!added.ok) throw new Error(added.refusal.code)
  await pollSource(context(), { sourceId: added.value.id })
  const settled = { verifies: 'verified', denies: 'denied', refuses: 'failed', forgets: 'asked' }[hub]
  await vi.waitFor(async () => {
    expect((await findSubscription(database(), added.value.id))?.state).toBe(settled)
    expect(echoes.length).toBe(hub === 'verifies' || hub === 'denies' ? 1 : 0)
  })
  return added.value.id
}
async function subscriptionOf(id: string) {
  const found = await findSubscription(database(), id)
  if (!found) throw new Error('no subscription')
  return found
}
async function push(id: string, body: string, more: { secret?: string; method?: string } = {}) {
  const { token, secret } = await subscriptionOf(id)
  const method = more.method ?? 'sha256'
  const signature = `${method}=${createHmac(method, more.secret ?? secret)
    .update(body)
    .digest('hex')}`
  const headers = { 'content-type': 'application/rss+xml', 'x-hub-signature': signature }
  return fetch(`${door}/api/websub/${token}`, { method: 'POST', headers, body })
}
const seen = (id: string) => database().$count(seenPost, eq(seenPost.sourceId, id))
const paceOf = async (id: string) => {
  const [row] = await database().select().from(source).where(eq(source.id, id))
  return row?.polling?.pace
}

describe('a feed with a hub', () => {
  it('is subscribed with a secret, and the hub’s question is answered', async () => {
    const id = await subscribed()
    const [form] = forms
    expect(form?.get('hub.mode')).toBe('subscribe')
    expect(form?.get('hub.topic')).toBe(`${feedServer}/feed-${made}`)
    expect(form?.get('hub.secret')).toMatch(/^[0-9a-f]{64}$/)
    expect(echoes).toEqual([[200, 'c-123']])
    const { leaseUntil } = await subscriptionOf(id)
    expect((leaseUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(86_000_000)
  })

  it('is asked for once, however often it is polled', async () => {
    const id = await subscribed()
    await pollSource(context(), { sourceId: id })
    expect(forms).toHaveLength(1)
  })

  it('is polled as before until the hub has pushed, and then as a safety net', async () => {
    const id = await subscribed()
    await pollSource(context(), { sourceId: id })
    expect(await paceOf(id)).toMatchObject({ seconds: 300 })
    expect((await push(id, document('').replace('一', '二'))).status).toBe(202)
    await pollSource(context(), { sourceId: id })
    expect(await paceOf(id)).toMatchObject({ seconds: 1_800, reason: 'hub_pushes' })
  })

  it('whose hub kept something back is polled as before', async () => {
    const id = await subscribed()
    await push(id, document('').replace('一', '二'))
    items = ['一', '三']
    published = new Date(Date.now() - 1_800_000)
    await pollSource(context(), { sourceId: id })
    expect(hubStateOf(await subscriptionOf(id), new Date())).toBe('verified')
    expect(await paceOf(id)).toMatchObject({ seconds: 300 })
  })
})

describe('a push', () => {
  const claim = '<item><guid>x</guid><title>桐乡濮院毛衫厂拖欠38名工人三个月工资</title></item>'
  const pushed = `<rss version="2.0"><channel><title>论坛</title>${claim}</channel></rss>`

  it.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'signed by %s comes in by the one door, once',
    async (method) => {
      const id = await subscribed()
      for (let n = 0; n < 3; n++) expect((await push(id, pushed, { method })).status).toBe(202)
      expect(await seen(id)).toBe(2)
      const kept = await database().select().from(post).where(eq(post.sourceId, id))
      expect(kept.map(({ flagged }) => flagged)).toEqual([true])
    },
  )

  it.each([
    ['signed with another secret', { secret: 'guessed' }],
    ['signed by a method nobody should use', { method: 'md5' }],
  ])('%s is answered alike, and ignored', async (_, more) => {
    const id = await subscribed()
    expect((await push(id, pushed, more)).status).toBe(202)
    expect(await seen(id)).toBe(1)
    expect((await subscriptionOf(id)).lastPushAt).toBeNull()
  })

  it('without a signature is ignored', async () => {
    const id = await subscribed()
    const { token } = await subscriptionOf(id)
    await fetch(`${door}/api/websub/${token}`, { method: 'POST', body: pushed })
    expect(await seen(id)).toBe(1)
  })

  it('for nobody, or for a source that was removed, ends the subscription', async () => {
    const id = await subscribed()
    await changeSource(context(), { called: id, to: 'remove' })
    expect((await push(id, pushed)).status).toBe(410)
    const stray = await fetch(`${door}/api/websub/nobody`, { method: 'POST', body: pushed })
    expect(stray.status).toBe(410)
  })

  it('of a paused source is let pass', async () => {
    const id = await subscribed()
    await changeSource(context(), { called: id, to: 'pause' })
    expect((await push(id, pushed)).status).toBe(202)
    expect(await seen(id)).toBe(1)
  })

  it('of nonsense harms nobody', async () => {
    const id = await subscribed()
    expect((await push(id, '<html>')).status).toBe(202)
    expect(await seen(id)).toBe(1)
  })
})

describe('a question', () => {
  it.each([
    ['for another topic', { 'hub.topic': 'https://evil.example/' }],
    ['to unsubscribe', { 'hub.mode': 'unsubscribe' }],
    ['without sense', { 'hub.mode': 'dance' }],
  ])('%s is answered 404, and nothing is echoed', async (_, more) => {
    const id = await subscribed()
    const [form] = forms
    if (!form) throw new Error('the hub was not asked')
    await ask(form, more)
    expect(echoes.at(-1)?.[0]).toBe(404)
    expect(echoes.at(-1)?.[1]).not.toMatch(/c-123/)
    expect((await subscriptionOf(id)).state).toBe('verified')
  })
})

describe('a lease', () => {
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

  it('is renewed while a fifth of it is left', async () => {
    const id = await subscribed()
    expect(await renewSubscriptions(context(hours(19)))).toBe(0)
    forms.length = 0
    expect(await renewSubscriptions(context(hours(19.5)))).toBe(1)
    await vi.waitFor(() => expect(echoes).toHaveLength(2))
    expect(forms[0]?.get('hub.callback')).toContain((await subscriptionOf(id)).token)
  })

  it('that ran out makes polling what it was', async () => {
    const id = await subscribed()
    await push(id, document('').replace('一', '二'))
    expect(hubStateOf(await subscriptionOf(id), hours(1))).toBe('proven')
    expect(hubStateOf(await subscriptionOf(id), hours(25))).toBe('asked')
  })

  it.each([
    ['denies', 24],
    ['refuses', 24],
    ['forgets', 1],
  ] as const)('of a hub that %s is asked for again after %i hours', async (behaves, after) => {
    hub = behaves
    const id = await subscribed()
    expect(await renewSubscriptions(context(hours(after - 0.1)))).toBe(0)
    hub = 'verifies'
    expect(await renewSubscriptions(context(hours(after + 0.1)))).toBe(1)
    await vi.waitFor(async () => expect((await subscriptionOf(id)).state).toBe('verified'))
  })
})
