import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { apiScopes } from '#domain/api/scope.ts'
import { callApi, keyOf } from '#testing/api-caller.ts'
import { type ApiRoom, openApiRoom } from '#testing/api-room.ts'
import { contextFor } from '#use-cases/context.ts'
import { revokeApiKey } from '#use-cases/revoke-api-key.ts'

let opened: ApiRoom
beforeAll(async () => {
  opened = await openApiRoom()
})
afterEach(() => vi.useRealTimers())
afterAll(() => opened.close())

describe('the door', () => {
  it.each<[string, Record<string, string>, number, string]>([
    ['no key', {}, 401, 'key_missing'],
    ['another kind of key', { authorization: 'Basic YTpi' }, 401, 'key_unknown'],
    ['a made-up key', { authorization: `Bearer ak_${'a'.repeat(12)}.${'b'.repeat(43)}` }, 401, 'key_unknown'],
    ['a key far too long', { authorization: `Bearer ${'a'.repeat(5_000)}` }, 401, 'key_unknown'],
    ['a key with a NUL', { authorization: 'Bearer ak_%00' }, 401, 'key_unknown'],
  ])('with %s is shut', async (_, headers, status, code) => {
    const told = await callApi('listIncidents', { headers })
    expect([told.status, told.body.code]).toEqual([status, code])
    expect(told.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  it('is shut to a key with the right beginning and another secret', async () => {
    const { key } = await keyOf('rsj')
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    expect((await callApi('listIncidents', { key: wrong })).body.code).toBe('key_unknown')
    expect((await callApi('listIncidents', { key })).status).toBe(200)
  })

  it('is shut from the very next request on once a key is revoked', async () => {
    const { id, key } = await keyOf('rsj')
    expect((await callApi('listIncidents', { key })).status).toBe(200)
    await revokeApiKey(contextFor({ kind: 'system', name: 'test' }), { id })
    expect((await callApi('listIncidents', { key })).status).toBe(401)
  })

  it.each([
    ['listIncidents', 'incidents:read', {}],
    ['readIncident', 'incidents:read', { path: { id: randomUUID() } }],
    ['recordStep', 'steps:write', { path: { id: randomUUID() }, body: {} }],
    ['listAlerts', 'incidents:read', {}],
    ['acceptAlert', 'alerts:accept', { path: { id: randomUUID() }, body: {} }],
    ['readEvents', 'events:read', {}],
    ['listWebhooks', 'webhooks:manage', {}],
    ['addWebhook', 'webhooks:manage', { body: {} }],
    ['removeWebhook', 'webhooks:manage', { path: { id: randomUUID() } }],
  ])('%s needs the scope %s', async (id, scope, call) => {
    const { key } = await keyOf('rsj', ...apiScopes.filter((one) => one !== scope))
    const told = await callApi(id, { key, ...call })
    expect(told).toMatchObject({ status: 403, body: { code: 'scope_missing', details: { scope } } })
  })

  it('speaks the language it is asked in', async () => {
    const title = async (language: string) =>
      (await callApi('listIncidents', { headers: { 'accept-language': language } })).body.title
    expect(await title('zh-CN')).toBe('未通过验证')
    expect(await title('en')).toBe('Not authenticated')
  })

  it('lets 600 requests of a key through in a minute, and says when the next may come', async () => {
    // Frozen, so that nothing is refilled however slow the machine is.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const { key } = await keyOf('rsj', 'webhooks:manage')
    const statuses: number[] = []
    for (let at = 0; at < 620; at += 1) statuses.push((await callApi('listIncidents', { key })).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    expect(statuses.slice(0, 600).every((status) => status === 403)).toBe(true)
    const told = await callApi('listIncidents', { key })
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await callApi('listIncidents', { key: (await keyOf('rsj')).key })).status).toBe(200)
  }, 60_000)
})

describe('hostile input', () => {
  it.each<[string, string, object, number, string]>([
    ['an id that is none', 'readIncident', { path: { id: "1'; drop table event" } }, 422, 'not_understood'],
    ['a limit far too high', 'listIncidents', { query: { limit: 1e9 } }, 422, 'not_understood'],
    ['a cursor of somebody else', 'listIncidents', { query: { cursor: 'abc' } }, 422, 'not_understood'],
    ['a cursor that is huge', 'listAlerts', { query: { cursor: 'a'.repeat(5_000) } }, 422, 'not_understood'],
    ['a filter nobody knows', 'listIncidents', { query: { grades: 'I' } }, 422, 'not_understood'],
    ['a filter twice', 'listIncidents', { query: 'state=open&state=closed' }, 422, 'not_understood'],
    ['a wait without end', 'readEvents', { query: { wait: 26 } }, 422, 'not_understood'],
    ['a cursor below zero', 'readEvents', { query: { after: -1 } }, 422, 'not_understood'],
    ['no JSON', 'addWebhook', { body: '{"url":' }, 400, 'not_json'],
    ['an empty body', 'addWebhook', { body: '' }, 400, 'not_json'],
    ['another type', 'addWebhook', { body: '[]' }, 422, 'not_understood'],
    [
      'a prototype',
      'addWebhook',
      { body: '{"__proto__":{"url":"https://a.example"}}' },
      422,
      'not_understood',
    ],
    [
      'a field nobody knows',
      'addWebhook',
      { body: { url: 'https://a.example', role: 'admin' } },
      422,
      'not_understood',
    ],
    [
      'an event nobody knows',
      'addWebhook',
      { body: { url: 'https://a.example', events: ['x'] } },
      422,
      'not_understood',
    ],
    ['a body far too large', 'addWebhook', { body: 'x'.repeat(70_000) }, 413, 'too_large'],
    [
      'a post with half a letter',
      'recordStep',
      { path: { id: randomUUID() }, body: { post: 'a\ud800b', step: 'on_site' } },
      422,
      'not_understood',
    ],
    [
      'a post with a NUL',
      'recordStep',
      { path: { id: randomUUID() }, body: { post: 'a\u0000b', step: 'on_site' } },
      422,
      'not_understood',
    ],
  ])('%s is refused', async (_, id, call, status, code) => {
    const { key } = await keyOf('rsj')
    const told = await callApi(id, { key, ...call })
    expect([told.status, told.body.code]).toEqual([status, code])
  })
})

describe('webhooks', () => {
  it.each<[string, string, string]>([
    ['loopback', 'http://127.0.0.1/hook', 'address_refused'],
    ['loopback as a number', 'http://2130706433/', 'address_refused'],
    ['loopback in IPv6', 'http://[::1]:8080/', 'address_refused'],
    ['the cloud’s metadata', 'http://169.254.169.254/latest', 'address_refused'],
    ['a private network', 'https://10.1.2.3/', 'address_refused'],
    ['a name that leads home', 'http://localhost:5432/', 'address_refused'],
    ['a name nobody has', 'https://no-such-host.invalid/', 'dns_failed'],
    ['a password', 'https://a:b@203.0.113.1/', 'address_with_password'],
    ['a file', 'file:///etc/passwd', 'not_understood'],
  ])('to %s are refused', async (_, url, code) => {
    const { key } = await keyOf('rsj')
    expect(await callApi('addWebhook', { key, body: { url } })).toMatchObject({ status: 422, body: { code } })
  })

  it('are registered with a secret told once, listed and removed, each agency its own', async () => {
    const { key } = await keyOf('rsj')
    const url = 'https://1.1.1.1/hook'
    const added = await callApi('addWebhook', { key, body: { url, events: ['alert.raised'] } })
    expect(added).toMatchObject({
      status: 201,
      body: { url, events: ['alert.raised'], secret: expect.any(String) },
    })
    const path = { id: String(added.body.id) }
    const listed = await callApi('listWebhooks', { key })
    expect(listed.body.webhooks).toMatchObject([{ id: path.id, url }])
    expect(JSON.stringify(listed.body)).not.toContain(String(added.body.secret))
    const other = (await keyOf('xcb')).key
    expect((await callApi('listWebhooks', { key: other })).body.webhooks).toEqual([])
    expect((await callApi('removeWebhook', { key: other, path })).status).toBe(404)
    expect((await callApi('removeWebhook', { key, path })).status).toBe(204)
    expect((await callApi('removeWebhook', { key, path })).body.code).toBe('no_such_webhook')
  })
})
