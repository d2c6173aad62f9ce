import type { AddressRefused, AllowPrivate, Resolve } from './address-guard.ts'

export type FetchProblemCode =
  | 'bad_address'
  | 'bad_scheme'
  | 'address_refused'
  | 'dns_failed'
  | 'connection_failed'
  | 'tls_failed'
  | 'timed_out'
  | 'cancelled'
  | 'too_large'
  | 'too_many_redirects'
  | 'http_status'
  | 'bad_response'
  | 'bad_encoding'

export type FetchProblem = {
  code: FetchProblemCode
  details: Record<string, string | number>
  /** What the server asked for with Retry-After on 429 or 503, in seconds from now. */
  retryAfterSeconds?: number
}

/** What a server gave to recognise an unchanged document by. */
export type Validators = { etag: string | null; lastModified: string | null }

export type FetchedDocument = Validators & {
  ok: true
  notModified: false
  status: number
  /** Where the document was found after redirects, without user name and password. */
  finalUrl: string
  body: Buffer
  contentType: string | null
  /** The `Link` header, as it came. */
  link: string | null
}

export type NotModified = Validators & { ok: true; notModified: true; status: 304; finalUrl: string }

export type FetchOutcome = FetchedDocument | NotModified | { ok: false; problem: FetchProblem }

export type FetchOptions = Partial<Validators> & {
  /** For the whole fetch, redirects and name resolution included. */
  timeoutMs?: number
  /** For the bytes on the wire and again for the bytes after decompression. */
  maxBytes?: number
  maxRedirects?: number
  accept?: string
  /** Sent as an HTML form with POST instead of asking with GET; give it no redirects. */
  form?: Record<string, string>
  /** Sent with POST as it is, with these headers; give it no redirects. */
  post?: { body: string | Buffer; headers: Record<string, string> }
  allowPrivate?: AllowPrivate
  resolve?: Resolve
  signal?: AbortSignal
}

/** The outcome for a fetch that ended in `problem`. */
export function failed(
  code: FetchProblemCode,
  details: FetchProblem['details'] = {},
  retryAfterSeconds?: number,
): { ok: false; problem: FetchProblem } {
  return {
    ok: false,
    problem: { code, details, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
  }
}

/** Puts an error of Node's network code into one of our words. */
export function problemOf(error: unknown, url: URL): { ok: false; problem: FetchProblem } {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  const host = url.hostname
  if (code === 'ADDRESS_REFUSED')
    return failed('address_refused', { host, address: (error as AddressRefused).address })
  if (/^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|EREFUSED)$/.test(code)) return failed('dns_failed', { host })
  if (/^HPE_/.test(code)) return failed('bad_response', { host, reason: code })
  if (isTlsCode(code)) return failed('tls_failed', { host, reason: code })
  return failed('connection_failed', { host, reason: code || message.slice(0, 100) })
}

function isTlsCode(code: string): boolean {
  return /^(ERR_TLS|ERR_SSL|EPROTO$|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|CRL_)/.test(
    code,
  )
}
