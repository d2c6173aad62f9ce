import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Feed, parseFeed } from './feed.ts'
import { maxItems } from './feed-xml.ts'

const now = new Date('2026-10-01T00:00:00Z')
const url = 'https://bbs.example/board/feed.xml'

async function feedOf(document: string | Uint8Array): Promise<Feed> {
  const parsed = await parseFeed(document, { url, now })
  if (!parsed.ok) throw new Error(`no feed: ${JSON.stringify(parsed.problem)}`)
  return parsed.feed
}

async function problemOf(document: string | Uint8Array) {
  const parsed = await parseFeed(document, { url, now })
  return parsed.ok ? null : parsed.problem
}

const rss = (items: string, version = '2.0') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="${version}"><channel><title>本地论坛</title>${items}</channel></rss>`
const item = (inner: string) => `<item>${inner}</item>`
const good = (number: number) =>
  item(
    `<guid>g${number}</guid><title>第${number}条</title><link>/t/${number}</link><description>工资没发</description>`,
  )

describe('the same two posts in every dialect', () => {
  const posts = [
    { externalId: 'a1', title: '拖欠工资', text: '三个月没发', url: 'https://bbs.example/t/1' },
    { externalId: 'a2', title: '讨薪', text: '老板不接电话', url: 'https://bbs.example/t/2' },
  ]
  const dated = '2026-09-30T04:00:00Z'
  const rssItems = posts
    .map((post) =>
      item(
        `<guid isPermaLink="false">${post.externalId}</guid><title>${post.title}</title><link>${post.url}</link><description>${post.text}</description><author>who@example.test</author><pubDate>Wed, 30 Sep 2026 12:00:00 +0800</pubDate>`,
      ),
    )
    .join('')
  const rdfItems = posts
    .map(
      (post) =>
        `<item rdf:about="${post.externalId}"><title>${post.title}</title><link>${post.url}</link><description>${post.text}</description><dc:creator>who</dc:creator><dc:date>${dated}</dc:date></item>`,
    )
    .join('')
  const entries = (p = '') =>
    posts
      .map(
        (post) =>
          `<${p}entry><${p}id>${post.externalId}</${p}id><${p}title type="html">${post.title}</${p}title><${p}link rel="edit" href="https://bbs.example/edit"/><${p}link href="${post.url}"/><${p}content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${post.text.slice(0, 2)}<b>${post.text.slice(2)}</b></div></${p}content><${p}author><${p}name>who</${p}name></${p}author><${p}published>${dated}</${p}published></${p}entry>`,
      )
      .join('')
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: '本地论坛',
    items: posts.map((post) => ({
      id: post.externalId,
      url: post.url,
      title: post.title,
      content_text: post.text,
      date_published: dated,
      authors: [{ name: 'who' }],
    })),
  })

  it.each([
    ['RSS 2.0', 'rss', rss(rssItems)],
    ['RSS 0.91', 'rss', rss(rssItems, '0.91')],
    ['RSS 0.92', 'rss', rss(rssItems, '0.92')],
    ['RSS without a version', 'rss', rss(rssItems).replace(' version="2.0"', '')],
    [
      'RSS 1.0 (RDF)',
      'rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>本地论坛</title></channel>${rdfItems}</rdf:RDF>`,
    ],
    [
      'Atom 1.0',
      'atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>本地论坛</title>${entries()}</feed>`,
    ],
    [
      'Atom 1.0 with a prefix',
      'atom',
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>本地论坛</a:title>${entries('a:')}</a:feed>`,
    ],
    ['JSON Feed', 'json', json],
  ])('%s', async (_dialect, format, document) => {
    const feed = await feedOf(document)
    expect(feed).toMatchObject({ format, title: '本地论坛', warnings: [] })
    expect(feed.items).toEqual(posts.map((post) => ({ ...post, publishedAt: new Date(dated) })))
    expect(JSON.stringify(feed)).not.toContain('who')
  })
})

describe('an item', () => {
  it('takes its longest body', async () => {
    const feed = await feedOf(
      rss(
        item(
          '<title>a</title><description>短</description><content:encoded><![CDATA[<p>长一些的</p><p>正文</p>]]></content:encoded>',
        ),
      ),
    )
    expect(feed.items[0]?.text).toBe('长一些的\n正文')
  })

  it.each([
    ['its guid', '<guid>g1</guid><link>/t/1</link>', 'g1'],
    ['its link when it has no guid', '<link>/t/1</link>', 'https://bbs.example/t/1'],
  ])('is known by %s', async (_what, inner, id) => {
    expect((await feedOf(rss(item(`<title>a</title>${inner}`)))).items[0]?.externalId).toBe(id)
  })

  it('is known by its words when it has neither, the same next time', async () => {
    const document = rss(item('<title>a</title><description>b</description>'))
    const [first, again] = [await feedOf(document), await feedOf(document)]
    expect(first.items[0]?.externalId).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(first.items[0]?.externalId).toBe(again.items[0]?.externalId)
  })

  it('is not lost when all items carry one guid, and keeps its name when a new one comes on top', async () => {
    const idsOf = async (...titles: string[]) =>
      (
        await feedOf(rss(titles.map((title) => item(`<guid>x</guid><title>${title}</title>`)).join('')))
      ).items.map((one) => one.externalId)
    const before = await idsOf('二', '一')
    const after = await idsOf('三', '二', '一')
    expect(new Set(after).size).toBe(3)
    expect(after.slice(1)).toEqual(before)
  })

  it.each([
    ['/t/1', 'https://bbs.example/t/1'],
    ['t/1?x=1&amp;y=2', 'https://bbs.example/board/t/1?x=1&y=2'],
    ['//other.example/1', 'https://other.example/1'],
    ['https://a.example/?u=1&v=2', 'https://a.example/?u=1&v=2'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['', null],
  ])('with the link %s leads to %s', async (link, expected) => {
    expect((await feedOf(rss(item(`<title>a</title><link>${link}</link>`)))).items[0]?.url).toBe(expected)
  })

  it.each([
    ['1970', 'Thu, 01 Jan 1970 00:00:00 GMT', 'date_implausible'],
    ['2099', 'Thu, 01 Jan 2099 00:00:00 GMT', 'date_implausible'],
    ['a word', '昨天', 'date_unreadable'],
  ])('dated %s is kept without its date, with a warning', async (_what, date, code) => {
    const feed = await feedOf(rss(item(`<title>a</title><pubDate>${date}</pubDate>`) + good(2)))
    expect(feed.items).toHaveLength(2)
    expect(feed.items[0]?.publishedAt).toBeNull()
    expect(feed.warnings).toEqual([{ code, details: { count: 1 } }])
  })

  it('with one unreadable date costs an Atom feed nothing else', async () => {
    const entry = (date: string) =>
      `<entry><id>${date}</id><title>t</title><link/><updated>${date}</updated></entry>`
    const feed = await feedOf(
      `<feed xmlns="http://www.w3.org/2005/Atom">${entry('rubbish')}${entry('2026-09-30T00:00:00Z')}</feed>`,
    )
    expect(feed.items.map((one) => one.publishedAt?.toISOString() ?? null)).toEqual([
      null,
      '2026-09-30T00:00:00.000Z',
    ])
  })

  it.each([
    ['in the open', '<title><script>alert(1)</script>欠薪</title>'],
    ['escaped', '<title>&lt;script&gt;alert(1)&lt;/script&gt;欠薪</title>'],
    ['in CDATA', '<title><![CDATA[<script>alert(1)</script>欠薪]]></title>'],
    ['escaped twice', '<title>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;欠薪</title>'],
  ])('with a script in its title, %s, has a harmless title', async (_how, title) => {
    expect((await feedOf(rss(item(title)))).items[0]?.title).toBe('欠薪')
  })
})

describe('a document that is no feed', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['a byte order mark', '\uFEFF'],
    ['only a prolog', '<?xml version="1.0"?>\n'],
  ])('%s is empty', async (_what, document) => {
    expect(await problemOf(document)).toEqual({ code: 'empty', details: {} })
  })

  it('a page says so, and where its feed is', async () => {
    const page =
      '<!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head><body>请登录</body></html>'
    expect(await problemOf(page)).toEqual({
      code: 'not_a_feed',
      details: { found: 'html', feedLink: '/rss.xml' },
    })
  })

  it.each([
    ['<note><to>x</to></note>', 'not_a_feed'],
    ['just words', 'not_a_feed'],
    ['{"error":"no"}', 'not_a_feed'],
    ['[1,2]', 'not_a_feed'],
    ['{"items":[', 'ill_formed'],
  ])('%s is a problem: %s', async (document, code) => {
    expect((await problemOf(document))?.code).toBe(code)
  })
})

describe('a broken feed keeps its good items', () => {
  it.each([
    ['cut off in the middle', rss(good(1) + good(2)).slice(0, -60)],
    ['with a tag left open', rss(good(1) + item('<title>第<b>2</title>') + good(3))],
    ['with a bare ampersand', rss(item('<title>A&B &nbsp; C</title>') + good(2))],
    ['with an item left open', rss(`<item><title>第1条</title>${good(2)}`)],
    ['with an attribute without quotes', rss(item('<title a=b>第1条</title>') + good(2))],
    ['with an undeclared prefix', rss(item('<x:y>z</x:y><title>第1条</title>') + good(2))],
    ['with a control character', rss(item('<title>第\u00011条</title>') + good(2))],
    ['with words before the prolog', `Warning: x on line 1\n${rss(good(1) + good(2))}`],
    ['with rubbish behind', `${rss(good(1) + good(2))}</rss><p>`],
  ])('%s', async (_what, document) => {
    const feed = await feedOf(document)
    expect(feed.items.length).toBeGreaterThanOrEqual(2)
    expect(feed.title).toBe('本地论坛')
  })

  it('says how many were kept', async () => {
    const feed = await feedOf(rss(good(1) + good(2) + item('<title>第3')).slice(0, -23))
    expect(feed.warnings.map((warning) => warning.code)).toEqual(['ill_formed'])
    expect(feed.items.map((one) => one.title)).toEqual(['第1条', '第2条', '第3'])
  })
})

describe('too many items', () => {
  it(`are cut at ${maxItems}, saying how many were left`, async () => {
    const feed = await feedOf(rss(Array.from({ length: maxItems + 7 }, (_, number) => good(number)).join('')))
    expect(feed.items).toHaveLength(maxItems)
    expect(feed.warnings).toEqual([{ code: 'items_left_out', details: { left: 7, limit: maxItems } }])
  })
})

describe('anything at all', () => {
  const pieces = fc.constantFrom(
    ...[
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
    ],
    ...[
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry>',
      '</entry>',
      '<link href="x"/>',
      '&amp;',
      '&x;',
      '&',
      '<',
    ],
    ...[
      '<!DOCTYPE x [',
      ']>',
      '<!ENTITY a "b">',
      '<__proto__>',
      '<constructor>',
      '工资',
      '"',
      '>',
      '{',
      '{"items":[{}]}',
    ],
  )

  it('is parsed without a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        expect(typeof (await parseFeed(parts.join(''), { url, now })).ok).toBe('boolean')
      }),
      { numRuns: 1000 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(typeof (await parseFeed(bytes, { url, now })).ok).toBe('boolean')
      }),
    )
  })
})
