import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { addressRefused, guardedLookup, mayReach } from './address-guard.ts'
import { readBody } from './http-body.ts'
import { type FetchOptions, type FetchOutcome, failed, problemOf, type Validators } from './http-outcome.ts'

const defaults = { timeoutMs: 15_000, maxBytes: 10 * 1024 * 1024, maxRedirects: 5 }

/** How this software names itself to the servers it reads. */
export const userAgent = 'Anxin/0.1 (+wage-arrears early warning; feed reader)'

/**
 * Fetches a document from a server we do not trust: only http and https, only public addresses (checked on the
 * very address connected to, at every redirect), within a time and a size. Never throws; sends no cookies.
 */
export async function fetchSafely(address: string, options: FetchOptions = {}): Promise<FetchOutcome> {
  const start = urlOrNull(address)
  if (!start) return failed('bad_address', { address: address.slice(0, 200) })
  const timeoutMs = options.timeoutMs ?? defaults.timeoutMs
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort('timed_out'), timeoutMs)
  const cancel = () => stop.abort('cancelled')
  options.signal?.addEventListener('abort', cancel, { once: true })
  if (options.signal?.aborted) cancel()
  let at = start
  try {
    return await followRedirects(start, options, stop.signal, (url) => {
      at = url
    })
  } catch (error) {
    if (stop.signal.reason === 'timed_out') return failed('timed_out', { host: at.hostname, timeoutMs })
    if (stop.signal.reason === 'cancelled') return failed('cancelled', { host: at.hostname })
    return problemOf(error, at)
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', cancel)
  }
}

async function followRedirects(
  start: URL,
  options: FetchOptions,
  signal: AbortSignal,
  arrivedAt: (url: URL) => void,
): Promise<FetchOutcome> {
  const maxRedirects = options.maxRedirects ?? defaults.maxRedirects
  let url = start
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    arrivedAt(url)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      return failed('bad_scheme', { scheme: url.protocol.replace(':', '') })
    }
    const response = await request(url, start, options, signal)
    const next = redirectTarget(response, url)
    if (!next) return outcomeOf(response, url, options)
    response.destroy()
    url = next
  }
  return failed('too_many_redirects', { limit: maxRedirects })
}

/** One hop: resolves with the response's head, rejects with Node's error. */
function request(url: URL, start: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    // Node connects to a literal address without asking `lookup`, so literals are checked here.
    if (isIP(host) && !mayReach(host, port, host, options.allowPrivate)) throw addressRefused(host)
    const secure = url.protocol === 'https:'
    const outgoing = (secure ? https : http).request({
      method: options.form || options.post ? 'POST' : 'GET',
      host,
      port,
      path: `${url.pathname}${url.search}`,
      headers: headersFor(url, start, options),
      // A connection of its own: a pooled one would have been checked for somebody else's permission.
      agent: false,
      lookup: guardedLookup(port, options.allowPrivate, options.resolve),
      signal,
    })
    outgoing.on('response', resolve)
    outgoing.on('error', reject)
    outgoing.on('socket', (socket) => {
      socket.once('connect', () => {
        const reached = socket.remoteAddress ?? ''
        if (!mayReach(host, port, reached, options.allowPrivate)) outgoing.destroy(addressRefused(reached))
      })
    })
    outgoing.end(options.post?.body ?? (options.form && new URLSearchParams(options.form).toString()))
  })
}

function headersFor(url: URL, start: URL, options: FetchOptions): Record<string, string> {
  const headers: Record<string, string> = {
    host: url.host,
    'user-agent': userAgent,
    accept: options.accept ?? '*/*',
    'accept-encoding': 'gzip, deflate, br',
  }
  if (options.form) headers['content-type'] = 'application/x-www-form-urlencoded'
  if (options.post) Object.assign(headers, options.post.headers)
  // Validators and passwords belong to the server they were given for, not to wherever it points.
  if (url.origin === start.origin) {
    if (options.etag) headers['if-none-match'] = options.etag
    if (options.lastModified) headers['if-modified-since'] = options.lastModified
    const credentials = `${decodeURIComponent(start.username)}:${decodeURIComponent(start.password)}`
    if (credentials !== ':') headers.authorization = `Basic ${Buffer.from(credentials).toString('base64')}`
  }
  return headers
}

function redirectTarget(response: IncomingMessage, from: URL): URL | null {
  const { location } = response.headers
  if (!location || ![301, 302, 303, 307, 308].includes(response.statusCode ?? 0)) return null
  return urlOrNull(Buffer.from(location, 'latin1').toString('utf8'), from)
}

async function outcomeOf(response: IncomingMessage, url: URL, options: FetchOptions): Promise<FetchOutcome> {
  const status = response.statusCode ?? 0
  const found = validatorsOf(response)
  if (status === 304 && (options.etag || options.lastModified)) {
    response.destroy()
    return {
      ok: true,
      notModified: true,
      status,
      finalUrl: bare(url),
      etag: found.etag ?? options.etag ?? null,
      lastModified: found.lastModified ?? options.lastModified ?? null,
    }
  }
  if (status < 200 || status > 299) {
    response.destroy()
    return failed('http_status', { host: url.hostname, status }, retryAfterSeconds(response))
  }
  const read = await readBody(response, options.maxBytes ?? defaults.maxBytes)
  response.destroy()
  if (!read.ok) return read
  const { 'content-type': contentType = null, link = null } = response.headers
  const document = { body: read.body, contentType, link: Array.isArray(link) ? link.join(', ') : link }
  return { ok: true, notModified: false, status, finalUrl: bare(url), ...document, ...found }
}

function validatorsOf(response: IncomingMessage): Validators {
  const { etag, 'last-modified': lastModified } = response.headers
  return { etag: etag ?? null, lastModified: lastModified ?? null }
}

function retryAfterSeconds(response: IncomingMessage): number | undefined {
  const asked = response.headers['retry-after']
  if (!asked || (response.statusCode !== 429 && response.statusCode !== 503)) return undefined
  if (/^\d{1,9}$/.test(asked)) return Number(asked)
  const until = Date.parse(asked)
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - Date.now()) / 1000))
}

function bare(url: URL): string {
  const copy = new URL(url)
  copy.username = ''
  copy.password = ''
  copy.hash = ''
  return copy.href
}

function urlOrNull(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}
