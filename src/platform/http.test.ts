import type http from 'node:http'
import zlib from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { closeServers, serve, serveRaw } from '#testing/loopback-server.ts'
import { fetchSafely, userAgent } from './http.ts'
import type { FetchOptions, FetchOutcome } from './http-outcome.ts'

afterEach(closeServers)

const onLoopback = (url: string, options: FetchOptions = {}) =>
  fetchSafely(url, { allowPrivate: () => true, timeoutMs: 5_000, ...options })

function codeOf(outcome: FetchOutcome): string {
  return outcome.ok ? 'ok' : outcome.problem.code
}

describe('a fetch that goes well', () => {
  it('brings the body, its type, its validators and where it was found', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/rss+xml; charset=gbk',
        etag: '"7"',
        'last-modified': 'Thu, 01 Oct 2026 00:00:00 GMT',
      })
      response.end('<rss/>')
    })
    const outcome = await onLoopback(`${url}/feed?x=1#part`)
    expect(outcome).toMatchObject({
      ok: true,
      notModified: false,
      status: 200,
      finalUrl: `${url}/feed?x=1`,
      contentType: 'application/rss+xml; charset=gbk',
      etag: '"7"',
      lastModified: 'Thu, 01 Oct 2026 00:00:00 GMT',
    })
    expect(outcome.ok && !outcome.notModified && outcome.body.toString()).toBe('<rss/>')
  })

  it('names itself and sends no cookie', async () => {
    let headers: http.IncomingHttpHeaders = {}
    const url = await serve((request, response) => {
      headers = request.headers
      response.setHeader('set-cookie', 'a=1')
      if (request.url === '/') response.writeHead(302, { location: '/next' })
      response.end()
    })
    await onLoopback(url)
    expect(headers['user-agent']).toBe(userAgent)
    expect(userAgent).toContain('Anxin')
    expect(headers.cookie).toBeUndefined()
  })

  it('asks only for news when it has validators, and says when there is none', async () => {
    const url = await serve((request, response) => {
      const known =
        request.headers['if-none-match'] === '"7"' && request.headers['if-modified-since'] === 'then'
      response.writeHead(known ? 304 : 200, { etag: '"7"' })
      response.end()
    })
    const outcome = await onLoopback(url, { etag: '"7"', lastModified: 'then' })
    expect(outcome).toMatchObject({ ok: true, notModified: true, etag: '"7"', lastModified: 'then' })
  })

  it.each([
    ['gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    const url = await serve((_request, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(pack(Buffer.from('工资')))
    })
    const outcome = await onLoopback(url)
    expect(outcome.ok && !outcome.notModified && outcome.body.toString()).toBe('工资')
  })

  it('follows five redirects', async () => {
    const url = await serve((request, response) => {
      const step = Number(request.url?.slice(1) || 0)
      if (step < 5) response.writeHead([301, 302, 303, 307, 308][step] ?? 302, { location: `/${step + 1}` })
      response.end('there')
    })
    expect(await onLoopback(url)).toMatchObject({ ok: true, finalUrl: `${url}/5` })
  })

  it('gives a password only to the server it was given for, and never shows it', async () => {
    const seen: (string | undefined)[] = []
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers['if-none-match'])
      response.end('x')
    })
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(302, { location: other })
      response.end()
    })
    const outcome = await onLoopback(url.replace('://', '://user:pass@'), { etag: '"7"' })
    expect(seen).toEqual([`Basic ${Buffer.from('user:pass').toString('base64')}`, undefined, undefined])
    expect(JSON.stringify(outcome)).not.toContain('pass@')
  })
})

describe('a server that answers badly', () => {
  it.each([404, 410, 500, 204 + 200])('%i is a problem that names the status', async (status) => {
    const url = await serve((_request, response) => response.writeHead(status).end('no'))
    expect(await onLoopback(url)).toMatchObject({
      ok: false,
      problem: { code: 'http_status', details: { status } },
    })
  })

  it.each([
    ['120', 120],
    [new Date(Date.now() + 60_000).toUTCString(), 60],
    ['soon', undefined],
  ])('Retry-After %s on 429 is passed on', async (asked, expected) => {
    const url = await serve((_request, response) => response.writeHead(429, { 'retry-after': asked }).end())
    const outcome = await onLoopback(url)
    const seconds = outcome.ok ? null : outcome.problem.retryAfterSeconds
    if (expected === undefined) expect(seconds).toBeUndefined()
    else expect(Math.abs((seconds ?? 0) - expected)).toBeLessThanOrEqual(2)
  })

  it('a sixth redirect is refused', async () => {
    const url = await serve((request, response) => {
      response.writeHead(302, { location: `/${Number(request.url?.slice(1) || 0) + 1}` }).end()
    })
    expect(codeOf(await onLoopback(url))).toBe('too_many_redirects')
  })

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1:70/', 'data:text/xml,<rss/>'])(
    'a redirect to %s is refused',
    async (location) => {
      const url = await serve((_request, response) => response.writeHead(302, { location }).end())
      expect(codeOf(await onLoopback(url))).toBe('bad_scheme')
      expect(codeOf(await onLoopback(location))).toBe('bad_scheme')
    },
  )

  it('a body that says it is 50 MB is not even read', async () => {
    let sent = 0
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 50 * 1024 * 1024 })
      response.write(Buffer.alloc(1024))
      sent++
    })
    expect(await onLoopback(url)).toMatchObject({
      problem: { code: 'too_large', details: { announcedBytes: 52428800 } },
    })
    expect(sent).toBe(1)
  })

  it('a body without an end stops at the limit', async () => {
    const url = await serve((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'a')
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', pour)
      pour()
    })
    expect(codeOf(await onLoopback(url))).toBe('too_large')
  })

  it('50 MB hidden in 50 kB of gzip stop at the limit', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(50 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(100_000)
    for (const [encoding, body] of [
      ['gzip', bomb],
      ['gzip, gzip', zlib.gzipSync(bomb)],
      ['br', zlib.brotliCompressSync(Buffer.alloc(20 * 1024 * 1024))],
    ] as const) {
      const url = await serve((_request, response) => {
        response.setHeader('content-encoding', encoding)
        response.end(body)
      })
      expect(codeOf(await onLoopback(url))).toBe('too_large')
    }
  })

  it.each([
    ['an encoding nobody knows', 'zstd', 'x'],
    ['gzip that is none', 'gzip', 'not packed at all'],
    ['packed three times', 'gzip, gzip, gzip', 'x'],
  ])('%s is a problem', async (_what, encoding, body) => {
    const url = await serve((_request, response) => {
      response.setHeader('content-encoding', encoding)
      response.end(body)
    })
    expect(codeOf(await onLoopback(url))).toBe('bad_encoding')
  })

  it('a body that trickles for ever times out as a whole', async () => {
    const url = await serve((_request, response) => {
      const timer = setInterval(() => response.write('<'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(codeOf(await onLoopback(url, { timeoutMs: 200 }))).toBe('timed_out')
  })

  it('headers that trickle for ever time out', async () => {
    const url = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-a: b\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    expect(codeOf(await onLoopback(url, { timeoutMs: 200 }))).toBe('timed_out')
  })

  it('a server that never answers, and a name that never resolves, time out', async () => {
    const url = await serveRaw(() => {})
    expect(codeOf(await onLoopback(url, { timeoutMs: 100 }))).toBe('timed_out')
    const never = () => new Promise<never>(() => {})
    expect(codeOf(await onLoopback('http://feed.test/', { timeoutMs: 100, resolve: never }))).toBe(
      'timed_out',
    )
  })

  it('rubbish, endless headers and a cut connection are problems', async () => {
    const rubbish = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH\r\n'))
    expect(codeOf(await onLoopback(rubbish))).toBe('bad_response')
    const endless = await serveRaw((socket) => socket.write(`HTTP/1.1 200 OK\r\nx-a: ${'b'.repeat(200_000)}`))
    expect(codeOf(await onLoopback(endless))).toBe('bad_response')
    const cut = await serveRaw((socket) => {
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc')
    })
    expect(codeOf(await onLoopback(cut))).toBe('connection_failed')
    const plain = await serve((_request, response) => response.end())
    expect(['tls_failed', 'connection_failed']).toContain(
      codeOf(await onLoopback(plain.replace('http:', 'https:'))),
    )
  })

  it('a shut door, an unknown name and no address at all are problems', async () => {
    const url = await serve(() => {})
    closeServers()
    expect(codeOf(await onLoopback(url))).toBe('connection_failed')
    const unknown = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    expect(codeOf(await onLoopback('http://feed.test/', { resolve: unknown }))).toBe('dns_failed')
    expect(codeOf(await onLoopback('http://feed.test/', { resolve: async () => [] }))).toBe('dns_failed')
    expect(codeOf(await onLoopback('not an address'))).toBe('bad_address')
  })

  it('a caller may give up', async () => {
    const url = await serve(() => {})
    const stop = new AbortController()
    const outcome = onLoopback(url, { signal: stop.signal })
    stop.abort()
    expect(codeOf(await outcome)).toBe('cancelled')
  })
})
