import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signatureOf, verifySignature } from './signature.ts'

const now = new Date('2026-10-01T12:00:00Z')
const seconds = now.getTime() / 1000
const secret = 'a shared secret'
const body = '{"id":"1","text":"工资没发"}'

function request(changes: Partial<Parameters<typeof verifySignature>[0]> = {}) {
  const timestamp = String(seconds)
  return { secret, timestamp, signature: signatureOf(secret, timestamp, body), body, now, ...changes }
}

describe('a signed hotline request', () => {
  it('is signed as the documentation says: HMAC-SHA256 of timestamp, a dot and the body', () => {
    const byHand = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')
    expect(signatureOf(secret, seconds, body)).toBe(`sha256=${byHand}`)
  })

  it('is accepted, as text or as bytes', () => {
    expect(verifySignature(request())).toEqual({ ok: true, value: { signedAt: now } })
    expect(verifySignature(request({ body: Buffer.from(body) })).ok).toBe(true)
  })

  it('is accepted again within the tolerance: a replay is harmless, the id is the same', () => {
    const later = new Date(now.getTime() + 299_000)
    expect(verifySignature(request({ now: later })).ok).toBe(true)
  })

  it.each([
    ['no signature', { signature: null }, 'signature_missing'],
    ['another scheme', { signature: 'md5=abc' }, 'signature_malformed'],
    ['a short signature', { signature: 'sha256=abcd' }, 'signature_malformed'],
    ['no timestamp', { timestamp: undefined }, 'timestamp_malformed'],
    ['a timestamp in milliseconds', { timestamp: String(now.getTime()) }, 'timestamp_malformed'],
    ['a negative timestamp', { timestamp: '-1' }, 'timestamp_malformed'],
    ['a timestamp in words', { timestamp: '2026-10-01' }, 'timestamp_malformed'],
    ['an old timestamp', { now: new Date(now.getTime() + 301_000) }, 'timestamp_too_old'],
    ['a timestamp ahead', { now: new Date(now.getTime() - 301_000) }, 'timestamp_in_future'],
    ['another secret', { secret: 'another' }, 'signature_wrong'],
    ['a changed body', { body: body.replace('1', '2') }, 'signature_wrong'],
    ['a changed timestamp', { timestamp: String(seconds - 1) }, 'signature_wrong'],
  ])('is refused with %s', (_what, changes, code) => {
    const verified = verifySignature(request(changes))
    expect(verified.ok ? 'accepted' : verified.refusal.code).toBe(code)
  })
})
