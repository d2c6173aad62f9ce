import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** A browser that has agreed to be pushed to, as a push service knows it. */
export type FakeBrowser = { endpoint: string; p256dh: string; auth: string }

/** Browsers of a push service that checks VAPID (RFC 8292) and reads what was encrypted to it (RFC 8291). */
export function openPushService(origin: () => string) {
  const browsers = new Map<string, { ecdh: ECDH; auth: Buffer }>()
  return {
    subscribe(): FakeBrowser {
      const ecdh = createECDH('prime256v1')
      ecdh.generateKeys()
      const auth = randomBytes(16)
      const id = randomBytes(9).toString('base64url')
      browsers.set(id, { ecdh, auth })
      return {
        endpoint: `${origin()}/push/${id}`,
        p256dh: ecdh.getPublicKey().toString('base64url'),
        auth: auth.toString('base64url'),
      }
    },
    /** The browser was uninstalled: 410 from now on. */
    forget(browser: FakeBrowser) {
      browsers.delete(browser.endpoint.split('/').at(-1) ?? '')
    },
    /** What the browser would show, or the status the service answers with. */
    receive(request: IncomingMessage, body: Buffer): { shown: Record<string, unknown> } | { status: number } {
      const browser = browsers.get(request.url?.split('/').at(-1) ?? '')
      if (!browser) return { status: 410 }
      if (!isVapid(request.headers.authorization ?? '', origin())) return { status: 403 }
      if (request.headers['content-encoding'] !== 'aes128gcm') return { status: 415 }
      return { shown: JSON.parse(decrypt(body, browser).toString('utf8')) }
    },
  }
}

function isVapid(authorization: string, audience: string): boolean {
  const [, token = '', key = ''] = /^vapid t=([^,]+),\s*k=(\S+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  if (!signature) return false
  const point = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
    format: 'jwk',
  })
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { aud?: string; sub?: string }
  return (
    said.aud === audience &&
    Boolean(said.sub) &&
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  )
}

function decrypt(body: Buffer, { ecdh, auth }: { ecdh: ECDH; auth: Buffer }): Buffer {
  const salt = body.subarray(0, 16)
  const keyLength = body[20] ?? 0
  const theirs = body.subarray(21, 21 + keyLength)
  const sealed = body.subarray(21 + keyLength)
  const shared = ecdh.computeSecret(theirs)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), theirs])
  const secret = Buffer.from(hkdfSync('sha256', shared, auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2))
}
