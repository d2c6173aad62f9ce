import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { logger } from '#platform/log.ts'
import { signatureOf } from '#platform/signature.ts'
import { database } from '#store/database.ts'
import { hotlineKey, hotlineReceipt } from '#store/tables/hotline.ts'
import { post, seenPost } from '#store/tables/post.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { addHotlineKey } from '#use-cases/add-hotline-key.ts'
import { contextFor, producer } from '#use-cases/context.ts'
import { POST } from './route.ts'

let fresh: TestDatabase
let key: { key: string; secret: string }

beforeAll(async () => {
  fresh = await freshDatabase()
  vi.stubEnv('DATABASE_URL', fresh.url)
  const added = await addHotlineKey(contextFor({ kind: 'system', name: 'test' }), {
    name: '12345 热线',
    channel: '12345',
  })
  if (!added.ok) throw new Error(added.refusal.code)
  key = added.value
})
afterAll(async () => {
  await producer(logger('test')).close()
  await database().$client.end()
  await fresh.drop()
  vi.unstubAllEnvs()
})

const nowSeconds = () => Math.floor(Date.now() / 1_000)
let calls = 0

function callOf(more: object = {}) {
  calls += 1
  return {
    id: `call-${calls}`,
    channel: '12345',
    receivedAt: new Date().toISOString(),
    text: '来电反映桐乡濮院一家毛衫厂老板跑路，拖欠38名工人两个月工资',
    ...more,
  }
}

type Signed = { key?: string | null; secret?: string; timestamp?: string | null; signature?: string | null }

function requestOf(
  body: string | Uint8Array,
  signed: Signed = {},
  headers: Record<string, string> = {},
): Request {
  const timestamp = signed.timestamp === undefined ? String(nowSeconds()) : signed.timestamp
  const signature =
    signed.signature === undefined
      ? signatureOf(signed.secret ?? key.secret, timestamp ?? '', body)
      : signed.signature
  const sender = signed.key === undefined ? key.key : signed.key
  return new Request('http://127.0.0.1:3000/api/hotline', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(sender !== null && { 'x-anxin-key': sender }),
      ...(timestamp !== null && { 'x-anxin-timestamp': timestamp }),
      ...(signature !== null && { 'x-anxin-signature': signature }),
      ...headers,
    },
    body: Buffer.from(body as string),
  })
}
const send = (call: unknown, signed: Signed = {}) => POST(requestOf(JSON.stringify(call), signed))
const stored = async () =>
  Promise.all([post, seenPost, hotlineReceipt].map((table) => database().$count(table)))

describe('a hotline call', () => {
  it('is answered 202 with a receipt, and stored before that, Redis or not', async () => {
    const [posts = 0, seen = 0, receipts = 0] = await stored()
    const answer = await send(callOf())
    expect(answer.status).toBe(202)
    expect((await answer.json()).receipt).toMatch(/^[0-9a-f-]{36}$/)
    expect(await stored()).toEqual([posts + 1, seen + 1, receipts + 1])
  })

  it('sent again is answered 200 with the same receipt, whatever it says the second time', async () => {
    const call = callOf()
    const first = await (await send(call)).json()
    const before = await stored()
    for (const again of [call, { ...call, text: '另一段话' }, { ...call, channel: '110' }]) {
      const answer = await send(again)
      expect([answer.status, await answer.json()]).toEqual([200, first])
    }
    expect(await stored()).toEqual(before)
  })

  it('replayed byte for byte gets the same receipt and changes nothing', async () => {
    const [body, timestamp] = [JSON.stringify(callOf()), String(nowSeconds() - 200)]
    const first = await POST(requestOf(body, { timestamp }))
    const again = await POST(requestOf(body, { timestamp }))
    expect([first.status, again.status]).toEqual([202, 200])
    expect(await again.json()).toEqual(await first.json())
  })

  it('sent ten times at once is taken in once', async () => {
    const call = callOf()
    const [before = 0] = await stored()
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(call)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 202])
    const receipts = await Promise.all(answers.map(async (answer) => (await answer.json()).receipt))
    expect(new Set(receipts).size).toBe(1)
    expect((await stored())[0]).toBe(before + 1)
  })

  it('of another sender may have the same id', async () => {
    const added = await addHotlineKey(contextFor({ kind: 'system', name: 'test' }), {
      name: '网格上报',
      channel: 'grid',
    })
    if (!added.ok) throw new Error(added.refusal.code)
    const call = callOf()
    const [one, two] = [await send(call), await send(call, added.value)]
    expect([one.status, two.status]).toEqual([202, 202])
    expect((await one.json()).receipt).not.toBe((await two.json()).receipt)
  })

  it('gets no receipt when it could not be stored, and is taken in when it comes again', async () => {
    const call = callOf()
    const before = await stored()
    await database().execute(sql`alter table post rename to post_away`)
    await expect(send(call)).rejects.toThrow()
    await database().execute(sql`alter table post_away rename to post`)
    expect(await stored()).toEqual(before)
    expect((await send(call)).status).toBe(202)
  })

  it.each<[string, object]>([
    [
      'a zero byte and half a letter',
      { text: '老板欠薪\u0000\ud83d三个月，38个工人', employer: '某某\u0000毛衫厂' },
    ],
    ['the longest text', { text: `欠薪${'啊'.repeat(19_998)}` }],
    ['nothing but what is required', { place: null, employer: null, workers: null, amountYuan: null }],
    ['a date of 1970', { receivedAt: '1970-01-01T00:00:00Z' }],
    ['a date of 2099', { receivedAt: '2099-01-01T00:00:00Z' }],
    ['fields nobody asked for', { caller: '某某某', __proto__: { workers: 9 } }],
  ])('with %s is taken in', async (_, more) => {
    expect((await send(callOf(more))).status).toBe(202)
  })

  it('dated wrongly is kept without its date', async () => {
    await send(callOf({ receivedAt: '2099-01-01T00:00:00Z', text: '嘉善姚庄一家厂欠薪，工人23名，日期有误' }))
    const rows = await database().select().from(post)
    expect(rows.find(({ body }) => body.includes('日期有误'))?.publishedAt).toBeNull()
  })
})

describe('refused, with its reason in both languages and nothing stored', () => {
  const call = callOf()
  const text = JSON.stringify(call)
  const oversize = JSON.stringify(callOf({ text: 'x'.repeat(300_000) }))
  const endless = () =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    })
  it.each<[string, () => Request, number, string]>([
    ['no key', () => requestOf(text, { key: null, secret: 'x' }), 401, 'key_unknown'],
    ['an unknown key', () => requestOf(text, { key: 'hk_unknown' }), 401, 'key_unknown'],
    ['no signature', () => requestOf(text, { signature: null }), 401, 'signature_missing'],
    ['half a signature', () => requestOf(text, { signature: 'sha256=abc' }), 401, 'signature_malformed'],
    ['another’s secret', () => requestOf(text, { secret: 'another' }), 401, 'signature_wrong'],
    [
      'a body changed on the way',
      () => requestOf(text, { signature: signatureOf(key.secret, nowSeconds(), `${text} `) }),
      401,
      'signature_wrong',
    ],
    ['no timestamp', () => requestOf(text, { timestamp: null }), 401, 'timestamp_malformed'],
    ['a timestamp in words', () => requestOf(text, { timestamp: 'now' }), 401, 'timestamp_malformed'],
    [
      'an old timestamp',
      () => requestOf(text, { timestamp: String(nowSeconds() - 302) }),
      401,
      'timestamp_too_old',
    ],
    [
      'a timestamp in the future',
      () => requestOf(text, { timestamp: String(nowSeconds() + 310) }),
      401,
      'timestamp_in_future',
    ],
    ['an oversize body', () => requestOf(oversize), 413, 'too_large'],
    [
      'an endless body',
      () =>
        new Request('http://127.0.0.1:3000/api/hotline', {
          method: 'POST',
          body: endless(),
          duplex: 'half',
        } as RequestInit),
      413,
      'too_large',
    ],
    ['an empty body', () => requestOf(''), 400, 'not_json'],
    ['a form', () => requestOf('id=1&text=x'), 400, 'not_json'],
    ['bytes that are no UTF-8', () => requestOf(Uint8Array.of(0x22, 0xff, 0x22)), 400, 'not_json'],
    ['a list', () => requestOf('[]'), 422, 'not_understood'],
    ['null', () => requestOf('null'), 422, 'not_understood'],
  ])('%s', async (_, request, status, code) => {
    await refuses(request(), status, code)
  })

  it.each<[string, object]>([
    ['id', { id: undefined }],
    ['id', { id: ' ' }],
    ['id', { id: 'x'.repeat(201) }],
    ['channel', { channel: 'fax' }],
    ['receivedAt', { receivedAt: '昨天' }],
    ['receivedAt', { receivedAt: 1_795_000_000 }],
    ['text', { text: '' }],
    ['text', { text: 'x'.repeat(20_001) }],
    ['workers', { workers: -1 }],
    ['workers', { workers: 3.5 }],
    ['workers', { workers: '38' }],
    ['amountYuan', { amountYuan: 1e15 }],
    ['employer', { employer: 'x'.repeat(201) }],
  ])('a wrong %s, by name', async (field, more) => {
    const answer = await refuses(requestOf(JSON.stringify(callOf(more))), 422, 'not_understood')
    expect(answer.error.details).toEqual({ field })
  })

  it('a key that was taken back', async () => {
    await database().update(hotlineKey).set({ revokedAt: new Date() })
    await refuses(requestOf(text), 401, 'key_unknown')
    await database().update(hotlineKey).set({ revokedAt: null })
  })

  async function refuses(request: Request, status: number, code: string) {
    const before = await stored()
    const answer = await POST(request)
    const body = await answer.json()
    expect([answer.status, body.error.code]).toEqual([status, code])
    expect(body.error.zh).toMatch(/[\u4e00-\u9fa5]/)
    expect(body.error.en).toMatch(/^[A-Z].* /)
    expect(await stored()).toEqual(before)
    return body
  }
})
