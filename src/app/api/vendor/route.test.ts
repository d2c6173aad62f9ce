import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as hotline } from '#app/api/hotline/route.ts'
import { logger } from '#platform/log.ts'
import { signatureOf } from '#platform/signature.ts'
import { database } from '#store/database.ts'
import { post, seenPost } from '#store/tables/post.ts'
import { source } from '#store/tables/source.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { addHotlineKey } from '#use-cases/add-hotline-key.ts'
import { changeSource } from '#use-cases/change-source.ts'
import { contextFor, producer } from '#use-cases/context.ts'
import { POST } from './route.ts'

let fresh: TestDatabase
let vendor: Credentials
let centre: Credentials
type Credentials = { key: string; secret: string; sourceId: string }

const system = () => contextFor({ kind: 'system', name: 'test' })

beforeAll(async () => {
  fresh = await freshDatabase()
  vi.stubEnv('DATABASE_URL', fresh.url)
  const made = await Promise.all([
    addHotlineKey(system(), { name: '某数据公司', channel: 'online', kind: 'vendor' }),
    addHotlineKey(system(), { name: '12345 热线', channel: '12345' }),
  ])
  const [first, second] = made.map((one) => {
    if (!one.ok) throw new Error(one.refusal.code)
    return one.value
  })
  if (!first || !second) throw new Error('no keys')
  vendor = first
  centre = second
})
afterAll(async () => {
  await producer(logger('test')).close()
  await database().$client.end()
  await fresh.drop()
  vi.unstubAllEnvs()
})

let batches = 0
const batchOf = (posts: unknown[]) => {
  batches += 1
  return { batch: `batch-${batches}`, posts }
}
const claim = (id: string, more: object = {}) => ({
  id,
  title: '濮院一家毛衫厂欠薪',
  text: `第${id}帖：老板跑路，拖欠38名工人两个月工资`,
  url: `https://bbs.example/${id}`,
  publishedAt: new Date().toISOString(),
  author: '某某某',
  authorId: 19900000000,
  ...more,
})

function request(
  body: string,
  { key, secret }: Credentials = vendor,
  timestamp = Date.now() / 1_000,
): Request {
  const seconds = String(Math.floor(timestamp))
  return new Request('http://127.0.0.1:3000/api/vendor', {
    method: 'POST',
    headers: {
      'x-anxin-key': key,
      'x-anxin-timestamp': seconds,
      'x-anxin-signature': signatureOf(secret, seconds, body),
    },
    body,
  })
}
const send = async (body: unknown, who = vendor) => {
  const answer = await POST(request(JSON.stringify(body), who))
  return { status: answer.status, body: await answer.json() }
}
const stored = async () => Promise.all([post, seenPost].map((table) => database().$count(table)))

describe('a batch of a vendor', () => {
  it('is answered 202 once it is stored, and its authors are nowhere', async () => {
    const sent = await send(batchOf([claim('a1'), claim('a2', { text: '周三停水通知', title: '停水' })]))
    expect([sent.status, sent.body]).toMatchObject([202, { taken: 2, known: 0, refused: [] }])
    const rows = await database().select().from(post)
    expect(rows.map(({ url }) => url)).toEqual(['https://bbs.example/a1'])
    expect(JSON.stringify(rows)).not.toMatch(/某某某|19900000000/)
  })

  it('brings the counts of its platform, and what is no count costs no post', async () => {
    const counted = claim('h1', { views: 1_200, reposts: 7, reposters: ['某某某'] })
    const sent = await send(batchOf([counted, claim('h2', { views: '很多', reposts: -1 })]))
    expect(sent.body).toMatchObject({ taken: 2, refused: [] })
    const rows = await database().select().from(post)
    const of = (id: string) => rows.find(({ url }) => url?.endsWith(`/${id}`))
    expect(of('h1')).toMatchObject({ views: 1_200, reposts: 7 })
    expect(of('h2')).toMatchObject({ views: null, reposts: null })
    expect(JSON.stringify(rows)).not.toContain('某某某')
  })

  it('sent again is answered 200 with the same receipt and changes nothing', async () => {
    const batch = batchOf([claim('b1')])
    const first = await send(batch)
    const before = await stored()
    const again = await send({ ...batch, posts: [claim('b2')] })
    expect([again.status, again.body.receipt, again.body.taken]).toEqual([200, first.body.receipt, null])
    expect(await stored()).toEqual(before)
  })

  it('with posts known from another batch takes in the new ones', async () => {
    await send(batchOf([claim('c1')]))
    expect((await send(batchOf([claim('c1'), claim('c2')]))).body).toMatchObject({ taken: 1, known: 1 })
  })

  it('names the post it could not understand and takes the others', async () => {
    const sent = await send(batchOf([claim('d1'), { id: 'd2' }, claim('d3')]))
    expect([sent.status, sent.body]).toMatchObject([
      202,
      { taken: 2, refused: [{ index: 1, field: 'text' }] },
    ])
  })

  it('of five hundred posts is taken in', async () => {
    const posts = Array.from({ length: 500 }, (_, n) => claim(`e${n}`))
    expect((await send(batchOf(posts))).body).toMatchObject({ taken: 500 })
  })
})

describe('refused, and nothing stored', () => {
  it.each<[string, () => Request, number, string]>([
    ['a wrong secret', () => request('{}', { ...vendor, secret: 'x' }), 401, 'signature_wrong'],
    ['an old timestamp', () => request('{}', vendor, Date.now() / 1_000 - 400), 401, 'timestamp_too_old'],
    [
      'the key of a hotline',
      () => request(JSON.stringify(batchOf([claim('f')])), centre),
      401,
      'key_unknown',
    ],
    ['no JSON', () => request('x'), 400, 'not_json'],
    ['no batch', () => request(JSON.stringify({ posts: [claim('f')] })), 422, 'not_understood'],
    ['501 posts', () => request(JSON.stringify(batchOf(Array(501).fill(claim('f'))))), 422, 'not_understood'],
    ['5 MB', () => request('x'.repeat(5_000_000)), 413, 'too_large'],
  ])('%s', async (_, make, status, code) => {
    const before = await stored()
    const answer = await POST(make())
    expect([answer.status, (await answer.json()).error.code]).toEqual([status, code])
    expect(await stored()).toEqual(before)
  })

  it('at the hotline’s door: a vendor cannot pass for 12345', async () => {
    const call = { id: '1', channel: '12345', receivedAt: new Date().toISOString(), text: '欠薪' }
    const answer = await hotline(request(JSON.stringify(call)))
    expect([answer.status, (await answer.json()).error.code]).toEqual([401, 'key_unknown'])
  })

  it('once its source was removed', async () => {
    await changeSource(system(), { called: vendor.sourceId, to: 'remove' })
    expect((await send(batchOf([claim('g')]))).body.error.code).toBe('key_unknown')
    await database().update(source).set({ removedAt: null })
  })
})
