import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What a link says by itself; the rest is looked up and must fit the signature. */
export type PageLink = { pageId: string; version: number; expiresAt: Date }
/** What the signature is bound to beside that. */
export type BoundTo = { alertId: string | null; contactId: string }

const macBytes = 16

/** A short token for an address in an SMS: page, version, expiry and a signature over these, the alert and the contact. */
export function pageTokenOf(authSecret: string, link: PageLink, bound: BoundTo): string {
  const said = bytesOf(link)
  return Buffer.concat([said, macOf(authSecret, said, bound)]).toString('base64url')
}

/** What a token says, not yet believed; null when it is none. */
export function readPageToken(token: string): PageLink | null {
  if (!/^[A-Za-z0-9_-]{40,60}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== saidBytes + macBytes) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  return {
    pageId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    version: bytes.readUInt16BE(16),
    expiresAt: new Date(bytes.readUInt32BE(18) * 1_000),
  }
}

/** Whether we signed this very token for this alert and this contact. */
export function isPageTokenOf(authSecret: string, token: string, bound: BoundTo): boolean {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== saidBytes + macBytes) return false
  const said = bytes.subarray(0, saidBytes)
  return timingSafeEqual(bytes.subarray(saidBytes), macOf(authSecret, said, bound))
}

const saidBytes = 22

function bytesOf({ pageId, version, expiresAt }: PageLink): Buffer {
  const bytes = Buffer.alloc(saidBytes)
  bytes.write(pageId.replaceAll('-', ''), 0, 'hex')
  bytes.writeUInt16BE(version % 65_536, 16)
  bytes.writeUInt32BE(Math.floor(expiresAt.getTime() / 1_000), 18)
  return bytes
}

function macOf(authSecret: string, said: Uint8Array, { alertId, contactId }: BoundTo): Buffer {
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'anxin page link', 32))
  return createHmac('sha256', key)
    .update(said)
    .update(`${alertId ?? ''}/${contactId}`)
    .digest()
    .subarray(0, macBytes)
}
