import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** `ak_` and twelve characters that are shown everywhere, a point, and the secret that is shown once. */
const shape = /^(ak_[\w-]{12})\.([\w-]{43})$/

export function newApiKey(): { id: string; key: string; hash: string } {
  const id = `ak_${randomBytes(9).toString('base64url')}`
  const key = `${id}.${randomBytes(32).toString('base64url')}`
  return { id, key, hash: hashOfKey(key) }
}

/** The id and hash of the key in an `Authorization: Bearer …` header; null when there is none or it is no key. */
export function readApiKey(authorization: string | null): { id: string; hash: string } | null {
  const [, key = ''] = /^Bearer +(\S{1,100})$/i.exec(authorization ?? '') ?? []
  const [, id] = shape.exec(key) ?? []
  return id ? { id, hash: hashOfKey(key) } : null
}

/** In time that tells nothing of where two hashes differ. */
export function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

/** The secret has 256 random bits, so that one plain hash is enough. */
function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
