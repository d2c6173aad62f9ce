import type { IncomingMessage, ServerResponse } from 'node:http'
import zlib from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { legacyBytes } from '#testing/legacy-bytes.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { sources } from './index.ts'
import type { SourceContext } from './source.ts'

afterEach(closeServers)

const now = new Date('2026-10-01T00:00:00Z')
const rss =
  '<rss version="2.0"><channel><title>论坛</title><item><guid>1</guid><title>厂里拖欠工资三个月</title></item></channel></rss>'

async function poll(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  context: Partial<SourceContext> = {},
) {
  const url = await serve(answer)
  return sources.feed.fetch({ url }, { now, allowPrivate: () => true, timeoutMs: 3_000, ...context })
}

describe('a feed source', () => {
  it('hands over posts, the title and the validators for next time', async () => {
    const fetched = await poll((_request, response) => {
      response.setHeader('etag', '"1"')
      response.end(rss)
    })
    expect(fetched).toEqual({
      ok: true,
      title: '论坛',
      posts: [{ externalId: '1', title: '厂里拖欠工资三个月', text: '', url: null, publishedAt: null }],
      hints: { publisherSeconds: null, hub: null, topic: null },
      notModified: false,
      validators: { etag: '"1"', lastModified: null },
      warnings: [],
    })
  })

  it('asks only for news', async () => {
    const fetched = await poll(
      (request, response) =>
        response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(rss),
      { validators: { etag: '"1"', lastModified: null } },
    )
    expect(fetched).toMatchObject({ ok: true, notModified: true, posts: [], validators: { etag: '"1"' } })
  })

  it('reads GBK sent as UTF-8, with a warning', async () => {
    const fetched = await poll((_request, response) => {
      response.setHeader('content-type', 'text/xml; charset=utf-8')
      response.end(legacyBytes(`<?xml version="1.0" encoding="utf-8"?>${rss}`, 'gb18030'))
    })
    expect(fetched.ok && fetched.posts[0]?.title).toBe('厂里拖欠工资三个月')
    expect(fetched.ok && fetched.warnings[0]?.code).toBe('encoding_mislabelled')
  })

  it('passes over items without a word, saying how many', async () => {
    const fetched = await poll((_request, response) => {
      response.end(rss.replace('<item>', '<item><guid>0</guid><link>/x</link></item><item>'))
    })
    expect(fetched.ok && fetched.posts).toHaveLength(1)
    expect(fetched.ok && fetched.warnings).toEqual([{ code: 'items_without_words', details: { count: 1 } }])
  })

  it.each<[string, string, (response: ServerResponse) => void]>([
    ['an empty answer', 'empty', (response) => response.end()],
    ['a page', 'not_a_feed', (response) => response.end('<!DOCTYPE html><html><body>登录</body></html>')],
    [
      'a feed broken past saving',
      'ill_formed',
      (response) => response.end('<rss version="2.0"><channel><item><ti'),
    ],
    ['50 MB', 'too_large', (response) => response.writeHead(200, { 'content-length': 50 << 20 }).write('<')],
    [
      'a packed bomb',
      'too_large',
      (response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(zlib.gzipSync(Buffer.alloc(20 << 20))),
    ],
    ['an error page', 'http_status', (response) => response.writeHead(503, { 'retry-after': '60' }).end(rss)],
    [
      'a redirect inside',
      'address_refused',
      (response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    ],
  ])('calls %s a problem: %s', async (_what, code, answer) => {
    let first: number | null = null
    const fetched = await poll((_request, response) => answer(response), {
      allowPrivate: (host, port) => {
        first ??= port
        return host === '127.0.0.1' && port === first
      },
    })
    expect(fetched.ok ? null : fetched.problem.code).toBe(code)
    if (code === 'http_status') expect(fetched.ok ? null : fetched.problem.retryAfterSeconds).toBe(60)
  })

  it('calls an endless answer a problem when its time is up', async () => {
    const fetched = await poll(
      (_request, response) => {
        const timer = setInterval(() => response.write('<item>'), 10)
        response.on('close', () => clearInterval(timer))
      },
      { timeoutMs: 150 },
    )
    expect(fetched.ok ? null : fetched.problem.code).toBe('timed_out')
  })

  it('is refused on loopback unless the setting allows it', async () => {
    const fetched = await poll((_request, response) => response.end(rss), { allowPrivate: undefined })
    expect(fetched.ok ? null : fetched.problem.code).toBe('address_refused')
  })

  it.each(['', 'file:///etc/passwd', 'ftp://x/', 'javascript:1', 'feed'])(
    'is not configured with “%s”',
    (url) => {
      expect(sources.feed.config.safeParse({ url }).success).toBe(false)
    },
  )

  it('is configured with an address', () => {
    expect(sources.feed.config.parse({ url: 'http://127.0.0.1:4010/feed.xml' }).url).toContain('4010')
  })
})
